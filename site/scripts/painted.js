// The moment a page is first shown: the time for what is large or slow, and can wait.

/** Resolves once the page has been drawn. Browsers that do not tell of it have a second from their first frame on. */
export function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done, 1000));
    const watch = new PerformanceObserver((list) => { if (list.getEntriesByName("first-contentful-paint").length) done(); });
    watch.observe({ type: "paint", buffered: true });
  });
}
