// One custom element with an iframe in it. Nothing else of the host page is touched.
(() => {
  const TAG = "pamphlet-chat";
  if (customElements.get(TAG)) return;
  const script = document.currentScript;
  const SLOW_MS = 8000;
  const WORDS = {
    en: [
      "Ask a question",
      "Chat",
      "The chat cannot be shown here.",
      "Open it in a new tab",
      "Close",
    ],
    es: [
      "Hacer una pregunta",
      "Chat",
      "El chat no se puede mostrar aquí.",
      "Abrirlo en una pestaña nueva",
      "Cerrar",
    ],
  };
  const CSS = `:host{all:initial!important}
:host([mode=inline]){display:block!important;height:var(--pamphlet-height,640px)!important}
*{box-sizing:border-box;font:16px/1.4 system-ui,sans-serif}
[hidden]{display:none!important}
.fixed{position:fixed;z-index:2147483000;inset-inline-end:16px;max-width:calc(100vw - 32px);box-shadow:0 2px 16px #0005}
.start{inset-inline:16px auto}.left{left:16px;right:auto}.right{left:auto;right:16px}
.launch{bottom:max(16px,env(safe-area-inset-bottom));min-height:48px;padding:8px 20px;border:2px solid;border-radius:24px;font-weight:700;cursor:pointer;background:var(--a);color:#fff;color:lch(from var(--a) calc((50 - l)*infinity) 0 0)}
:focus-visible{outline:3px solid Highlight;outline-offset:3px}
.panel{width:100%;height:100%;overflow:hidden;border:1px solid #888;border-radius:12px;background:Canvas;color:CanvasText}
.panel.fixed{bottom:80px;width:420px;height:min(700px,100dvh - 104px)}
iframe{width:100%;height:100%;border:0}
.blocked{padding:24px}
@media(max-width:480px){.panel.fixed{inset:0;width:auto;height:100dvh;max-width:none;border:0;border-radius:0}}`;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  class PamphletChat extends HTMLElement {
    static observedAttributes = ["mode", "label", "position", "lang", "color-scheme", "accent"];
    #root = this.attachShadow({ mode: "open" });
    #queue = [];
    #panel;

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.onkeydown = (event) => event.key === "Escape" && this.close();
    }

    connectedCallback() {
      addEventListener("message", this.#listen);
      this.#render();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
      this.#reset();
    }

    attributeChangedCallback(name) {
      if (!this.#panel) return;
      if (name !== "mode") return this.#dress();
      this.#reset();
      this.#render();
    }

    #get(name) {
      return this.getAttribute(name) || "";
    }
    get #inline() {
      return this.#get("mode") === "inline";
    }
    get #host() {
      return new URL(this.#get("host") || script?.src || "/", location).origin;
    }
    get #words() {
      return WORDS[(this.lang || navigator.language).slice(0, 2)] || WORDS.en;
    }

    #reset() {
      clearTimeout(this.#timer);
      this.#root.replaceChildren();
      this.#frame = this.#panel = undefined;
      this.#ready = false;
    }
    #timer;
    #frame;
    #launch;
    #blocked;
    #ready;

    #render() {
      const hidden = !this.#inline;
      this.#panel = make("div", { hidden, inert: hidden });
      this.#launch = make("button", {
        type: "button",
        ariaExpanded: false,
        hidden: !hidden,
        onclick: () => this.toggle(),
      });
      if (hidden) this.#panel.role = "dialog";
      this.#panel.ariaLabel = this.#words[1];
      this.#root.append(this.#launch, this.#panel);
      this.#dress();
      if (!hidden) this.#load();
    }

    #dress() {
      const place = this.#inline ? "" : ` fixed ${this.#get("position")}`;
      this.#launch.textContent = this.#get("label") || this.#words[0];
      this.#launch.className = `launch${place}`;
      this.#panel.className = `panel${place}`;
      this.#launch.style.setProperty("--a", this.#get("accent") || "#0b5c58");
      this.#panel.style.colorScheme = this.#get("color-scheme") || "light dark";
    }

    #load() {
      if (this.#frame) return;
      const host = this.#host;
      const [, title, blocked, link, close] = this.#words;
      const query = new URLSearchParams({ parent: location.origin, closable: +!this.#inline });
      for (const name of ["lang", "color-scheme", "accent", "idle"])
        if (this.#get(name)) query.set(name, this.#get(name));
      this.#frame = make("iframe", {
        title,
        allow: "clipboard-write",
        src: `${host}/embed?${query}`,
      });
      this.#blocked = make(
        "div",
        { className: "blocked", hidden: true },
        make("p", {}, blocked),
        make("a", { href: host, target: "_blank", rel: "noopener" }, link),
        make("p", {}, make("button", { onclick: () => this.close(), hidden: this.#inline }, close)),
      );
      this.#panel.append(this.#blocked, this.#frame);
      this.#timer = setTimeout(() => this.#show(this.#ready), SLOW_MS);
    }

    #show(works) {
      this.#blocked.hidden = works;
      this.#frame.hidden = !works;
    }

    #listen = ({ source, origin, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#host) return;
      const { pamphlet, type, outcome, reference } = data || {};
      if (pamphlet !== 1) return;
      if (type === "ready") {
        this.#ready = true;
        this.#show(true);
        const questions = this.#get("suggestions")
          .split("|")
          .filter((text) => text.trim());
        if (questions[0]) this.#post({ type: "suggestions", questions });
        for (const message of this.#queue.splice(0)) this.#post(message);
      } else if (type === "close") this.close();
      else if (type === "answer" || type === "urgent")
        this.#tell(type, { outcome: `${outcome}`, reference: `${reference}` });
    };

    #post(message) {
      if (this.#ready)
        this.#frame.contentWindow.postMessage({ pamphlet: 1, ...message }, this.#host);
      else this.#queue.push(message);
    }

    #tell(type, detail) {
      this.dispatchEvent(
        new CustomEvent(`pamphlet:${type}`, { detail, bubbles: true, composed: true }),
      );
    }

    #toggle(hidden) {
      this.#panel.hidden = this.#panel.inert = hidden;
      this.#launch.ariaExpanded = !hidden;
      this.#tell(hidden ? "close" : "open");
    }

    open() {
      if (!this.#panel?.hidden) return;
      this.#load();
      this.#toggle(false);
      this.#frame.focus();
      this.#post({ type: "focus" });
    }

    close() {
      if (this.#inline || !this.#panel || this.#panel.hidden) return;
      const inside = document.activeElement === this;
      this.#toggle(true);
      if (inside) this.#launch.focus({ preventScroll: true });
    }

    toggle() {
      if (this.#panel?.hidden) this.open();
      else this.close();
    }

    clear() {
      if (this.#frame) this.#post({ type: "clear" });
    }

    ask(text) {
      this.open();
      this.#post({ type: "ask", text: `${text}` });
    }
  }
  customElements.define(TAG, PamphletChat);

  // The script tag alone is enough: its data attributes are the element's.
  const add = () => {
    if (document.querySelector(TAG)) return;
    const element = make(TAG, {});
    for (const [name, value] of Object.entries(script.dataset))
      element.setAttribute(name.replace(/[A-Z]/g, "-$&"), value);
    document.body.append(element);
  };
  if (!script || "manual" in script.dataset) return;
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", add);
  else add();
})();
