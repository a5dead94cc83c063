/* The code for other sites follows what the reader has chosen here. */
export default function start(page) {
  const code = page.querySelector(".share__code[data-follows]");
  const whole = code.textContent;
  code.closest("details").addEventListener("toggle", () => {
    code.textContent = whole.replace(/ src="[^"]*/, (src) => src + location.search.replaceAll("&", "&amp;"));
  });
}
