// Reads the main text aloud, sentence by sentence. A pause remembers the
// sentence and begins again with it, because phones cannot hold a voice.
const speech = window.speechSynthesis;
const button = document.querySelector(".listen");
const prose = document.querySelector(".prose");

if (speech && button && prose) {
  const stop = document.querySelector(".listen-stop");
  const label = button.textContent;
  const lang = prose.closest("[lang]").lang;
  let voice, sentences, next, speaking;

  // A voice in the device is better than one that sends the text away.
  const find = () => {
    const voices = speech.getVoices().filter((v) => v.lang.toLowerCase().split(/[-_]/)[0] === lang);
    voice = voices.find((v) => v.localService) || voices[0];
    if (voice) button.dataset.ready = "";
  };

  // Where a block ends, so does a sentence.
  const read = () => {
    const copy = prose.cloneNode(true);
    copy.querySelectorAll(".self, sup, .footnotes, pre").forEach((e) => e.remove());
    copy.querySelectorAll("h2, h3, h4, h5, h6, p, li, caption, th, td, figcaption").forEach((e) => e.append("\n"));
    const text = document.querySelector("h1").textContent + "\n" + copy.textContent;
    return text.replace(/([.;:!?…])\s+/g, "$1\n").split("\n").filter((s) => /[\p{L}\d]/u.test(s));
  };

  const show = () => {
    button.textContent = speaking ? button.dataset.pause : sentences ? button.dataset.resume : label;
    stop.hidden = !sentences;
  };

  const end = () => {
    if (document.activeElement === stop) button.focus();
    sentences = speaking = null;
    speech.cancel();
    show();
  };

  const speak = () => {
    const sentence = new SpeechSynthesisUtterance(sentences[next]);
    speaking = sentence; // also keeps it from being collected before it ends
    sentence.lang = voice.lang;
    sentence.voice = voice;
    sentence.onend = () => {
      if (speaking !== sentence) return;
      if (++next < sentences.length) speak();
      else end();
    };
    sentence.onerror = () => speaking === sentence && end();
    speech.speak(sentence);
  };

  button.onclick = () => {
    if (!voice) return;
    if (speaking) {
      speaking = null;
      speech.cancel();
    } else {
      if (!sentences) [sentences, next] = [read(), 0];
      speak();
    }
    show();
  };
  stop.onclick = end;
  addEventListener("pagehide", end);
  find();
  speech.addEventListener?.("voiceschanged", find);
}
