/* What the pages do beyond reading. Every page is complete without it. */
(() => {
  "use strict";

  /* A passage that the address names by its words is scrolled to by the browser. Where the browser
     cannot do that (text fragments are from 2024 on in all), the anchor does, and it is marked. */
  const search = document.getElementById("__search");
  const query = document.querySelector(".search__input");

  /* Escape closes the search and gives the focus back to where it was. */
  if (search && query) {
    let before = null;
    query.addEventListener("focus", (event) => { before = event.relatedTarget; });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && search.checked && before) before.focus();
    });
    document.addEventListener("click", (event) => {
      if (search.checked && !event.target.closest(".search")) search.click();
    });
  }
})();
