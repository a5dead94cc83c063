/* The first view is the page as it came; what makes it more waits until the browser has nothing to
   do, unless the address asks for a choice of events. */
export default async function start(page) {
  const box = page.querySelector("[data-reader]");
  beside(page.querySelector(".filters__box"));
  if (location.search) box.setAttribute("aria-busy", "true");
  else await idle();
  const reader = await import("./reader.js");
  await reader.default(page);
}

const idle = () => new Promise((done) => {
  const wait = () => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 2000 }) : setTimeout(done, 300));
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
});

/* Where the filters stand beside the list they are open, for screen readers and keyboards too. */
function beside(filters) {
  const wide = matchMedia("(min-width: 60em)");
  const follow = () => filters && (filters.open = wide.matches);
  if (wide.matches) follow();
  wide.addEventListener("change", follow);
}
