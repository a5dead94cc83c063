/* A button that copies a reference. Without it, one click selects the text. */
export default function start(page) {
  if (!navigator.clipboard) return;
  for (const text of page.querySelectorAll(".cite__text")) {
    const row = page.createElement("p");
    row.className = "cite__copy";
    const button = page.createElement("button");
    button.type = "button";
    button.className = "action";
    button.textContent = text.dataset.copy;
    const said = page.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        said.textContent = text.dataset.copied;
      } catch {
        getSelection().selectAllChildren(text);
      }
    });
    row.append(button, " ", said);
    text.after(row);
  }
}
