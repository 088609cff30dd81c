// Prints the page.
addEventListener("click", (event) => {
  if (event.target.closest(".print")) print();
});
