/** What runs in the page, as text: the bench itself has no document. */

/** Notes when the main thread was last busy for longer than 50 ms. */
export const READY_WATCH = `
  window.lastLongTask = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.lastLongTask = Math.max(window.lastLongTask, startTime + duration);
  }).observe({ type: 'longtask', buffered: true });
`;

/**
 * Resolves with the milliseconds from the navigation until the dashboard had its heading and its figures, and the main
 * thread had nothing long left to do: it is quiet for 300 ms from then on.
 */
export const FIGURES_READY = `new Promise((resolve) => {
  const areThere = () =>
    document.querySelector('main h1') && document.querySelector('main').textContent.includes('Busiest hours');
  const quiet = (since) => {
    const at = Math.max(since, window.lastLongTask);
    if (performance.now() - at < 300) setTimeout(quiet, 20, since);
    else resolve(at);
  };
  const look = () => (areThere() ? quiet(performance.now()) : requestAnimationFrame(look));
  look();
})`;

/** Milliseconds between one frame and the next, and how far the page was scrolled. */
export type Frames = { times: number[]; scrolled: number };

/** To be evaluated before and after what is watched. */
export const FRAMES = {
  start: `{
    const times = [];
    const from = scrollY;
    let last = performance.now();
    let isOver = false;
    const frame = (now) => {
      times.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    window.stopFrames = () => {
      isOver = true;
      return { times: times.slice(1), scrolled: scrollY - from };
    };
  }`,
  stop: 'window.stopFrames()',
};
