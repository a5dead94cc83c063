/* The links to other languages take along what the address says beyond the page: filters, anchors. */
export default function start(page) {
  const follow = (event) => {
    const link = event.target.closest(".tongues__link");
    if (!link) return;
    link.search = location.search;
    link.hash = location.hash;
  };
  page.querySelector(".tongues").addEventListener("pointerdown", follow);
  page.querySelector(".tongues").addEventListener("focusin", follow);
  page.querySelector(".tongues").addEventListener("click", follow);
}
