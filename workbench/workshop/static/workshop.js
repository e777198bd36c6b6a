// Replays a case in the swimlane picture, marks the chosen step, and lets steps be dragged.
"use strict";
const workshop = {
  case: null, at: 0, playing: false, last: 0, seconds: 20,
  tokens: new Map(),

  load(movement, play) {
    const running = this.playing;
    this.case = movement; this.at = 0; this.clear(); this.playing = running || play; this.last = 0;
    this.draw(); this.buttons();
    if (play && !running) requestAnimationFrame(now => this.tick(now));
  },
  toggle() {
    if (!this.case) return;
    if (this.at >= this.case.end) this.at = 0;
    this.playing = !this.playing; this.last = 0; this.buttons();
    if (this.playing) requestAnimationFrame(now => this.tick(now));
  },
  seek(share) { if (this.case) { this.at = share * this.case.end; this.draw(); } },
  tick(now) {
    if (!this.playing || !this.case) return;
    if (this.last) this.at += (now - this.last) / 1000 * this.case.end / this.seconds;
    this.last = now;
    if (this.at >= this.case.end) { this.at = this.case.end; this.playing = false; this.buttons(); }
    this.draw();
    if (this.playing) requestAnimationFrame(next => this.tick(next));
  },
  clear() { this.tokens.forEach(token => token.remove()); this.tokens.clear(); },
  colour(visit) {
    if (this.at < visit.enabled) return "#7a5fb0";
    return this.at < visit.started ? "#d9622b" : "#1f4e79";
  },
  draw() {
    const clock = document.querySelector(".clock");
    if (clock) {
      const moment = new Date(this.case.epoch + this.at * 1000).toISOString();
      clock.textContent = moment.slice(0, 10) + " " + moment.slice(11, 16);
    }
    const slider = document.querySelector(".replaybar input[type=range]");
    if (slider && document.activeElement !== slider) slider.value = this.case.end ? this.at / this.case.end : 0;
    this.case.visits.forEach((visit, n) => this.place(visit, n));
  },
  place(visit, n) {
    const here = this.at >= visit.ready && this.at < visit.completed;
    let token = this.tokens.get(n);
    if (token && !token.isConnected) { this.tokens.delete(n); token = null; }
    if (!here) { if (token) { token.remove(); this.tokens.delete(n); } return; }
    const step = document.querySelector(`.lanes.now g[data-step="${CSS.escape(visit.step)}"]`);
    if (!step) return;
    const box = step.querySelector("rect");
    if (!token) {
      token = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      token.setAttribute("r", 9); token.setAttribute("stroke", "#fff"); token.setAttribute("stroke-width", 2.5);
      token.setAttribute("class", "token"); token.setAttribute("pointer-events", "none");
      step.appendChild(token); this.tokens.set(n, token);
    }
    const share = (this.at - visit.ready) / Math.max(visit.completed - visit.ready, 1);
    const x = Number(box.getAttribute("x")), width = Number(box.getAttribute("width"));
    token.setAttribute("cx", x + width * share);
    token.setAttribute("cy", Number(box.getAttribute("y")) + Number(box.getAttribute("height")));
    token.setAttribute("fill", this.colour(visit));
  },
  buttons() {
    const button = document.querySelector(".replaybar button");
    if (button) button.textContent = this.playing ? button.dataset.pause : button.dataset.play;
  },

  select(step) {
    document.querySelectorAll("g[data-step].selected").forEach(g => g.classList.remove("selected"));
    if (step) document.querySelectorAll(`.lanes.now g[data-step="${CSS.escape(step)}"]`).forEach(g => g.classList.add("selected"));
  },
  dragged: null,
  press(event) {
    const step = event.target.closest("g[data-step]");
    this.dragged = step ? step.dataset.step : null;
  },
  over(event) {
    if (!this.dragged) return;
    document.querySelectorAll("g[data-step].target").forEach(g => g.classList.remove("target"));
    const step = document.elementFromPoint(event.clientX, event.clientY)?.closest("g[data-step]");
    if (step && step.dataset.step !== this.dragged) step.classList.add("target");
  },
  drop(event) {
    const from = this.dragged; this.dragged = null;
    document.querySelectorAll("g[data-step].target").forEach(g => g.classList.remove("target"));
    const step = document.elementFromPoint(event.clientX, event.clientY)?.closest("g[data-step]");
    return from && step && step.dataset.step !== from ? { from: from, to: step.dataset.step } : null;
  },
  // Also where the clipboard is closed to pages, as without HTTPS.
  copy(id) {
    const field = document.querySelector(`#c${id}`).closest(".q-field").querySelector("input");
    field.select(); document.execCommand("copy");
  },
  chosen(event, names) {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return null;
    for (const name of names) {
      const found = event.target.closest(`[data-${name}]`);
      if (found) { if (event.type === "keydown") event.preventDefault(); return { [name]: found.dataset[name] }; }
    }
    return null;
  },
};
// A picture that is drawn anew keeps the keyboard's place.
let focused = null;
document.addEventListener("focusin", event => {
  const part = event.target.closest("g[data-step], [data-limit], [data-case], [data-process]");
  if (!part) { focused = null; return; }
  const [name, value] = Object.entries(part.dataset)[0];
  focused = { part, selector: `[data-${name}="${CSS.escape(value)}"]` };
});
new MutationObserver(() => {
  if (!focused || focused.part.isConnected) return;
  const again = document.querySelector(focused.selector);
  if (again && document.activeElement === document.body) again.focus({ preventScroll: true });
}).observe(document.documentElement, { childList: true, subtree: true });
document.addEventListener("input", event => {
  if (event.target.matches(".replaybar input[type=range]")) workshop.seek(Number(event.target.value));
});
document.addEventListener("click", event => {
  if (event.target.matches(".replaybar button")) workshop.toggle();
});
