/* Runs before anything is painted: scripts there are, and the scheme that the reader chose. */
document.documentElement.classList.replace("no-js", "has-scripts");
try {
  const chosen = localStorage.getItem("timeline-scheme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
} catch { /* a browser that keeps nothing follows its own scheme */ }
