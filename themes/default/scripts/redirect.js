// Takes the reader from an old address to the new one, with the fragment,
// which the refresh in the page would lose.
{
  const to = document.currentScript.dataset.to;
  location.replace(to.includes("#") ? to : to + location.hash);
}
