// Copies the citation of a document, or the address of one of its parts, and
// says so. A link to a part leads there too. Where the browser refuses, the
// citation is marked, for the keyboard to copy.
const said = document.querySelector(".said");

const copy = (text, message, refused) => {
  const say = (key) => {
    said.textContent = "";
    setTimeout(() => (said.textContent = said.dataset[key]), 99); // the same words again are news, too
  };
  // Without https there is no clipboard.
  (navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()).then(
    () => say(message),
    () => refused && (refused(), say("failed")),
  );
};

if (said)
  addEventListener("click", ({ target }) => {
    const link = target.closest(".self");
    if (link) copy(link.href, "link"), (link.dataset.copied = "");
    if (target.closest(".copy")) {
      const text = document.querySelector(".cite-text");
      copy(text.textContent, "cited", () => getSelection().selectAllChildren(text));
    }
  });
