/* Escape closes the search and gives the focus back to where it was. */
export default function start(page) {
  const search = page.getElementById("__search");
  const query = page.querySelector(".search__input");
  if (!search || !query) return;
  let before = null;
  query.addEventListener("focus", (event) => { before = event.relatedTarget; });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && search.checked && before) before.focus();
  });
  page.addEventListener("click", (event) => {
    if (search.checked && !event.target.closest(".search")) search.click();
  });
}
