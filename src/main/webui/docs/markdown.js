/** Markdown as elements. It never becomes HTML text, so a document cannot add markup of its own. */

import { html } from "../ui/preact.js";
import { Code } from "../ui/code.js";
import { parse, write } from "../exchange/exact-json.js";
import { plain } from "./plain.js";

const ALIGNED = { left: "align-left", center: "align-center", right: "align-right" };

/**
 * @param tokens of marked's lexer
 * @param context `address(href)`: the address of a link, undefined if it leads nowhere; `text(text)`: what is shown of a
 *     text; `id(heading)`: the id of a heading token; `table(token)`: another element for a table, or undefined
 */
export function blocks(tokens, context) {
  let codes = 0;
  const block = (token) => {
    const children = () => inline(token.tokens, context);
    switch (token.type) {
      case "heading":
        return html`<${`h${token.depth}`} id=${context.id(token)} tabindex="-1">${children()}<//>`;
      case "paragraph":
        return html`<p>${children()}</p>`;
      case "text":
        return token.tokens ? children() : context.text(token.text);
      case "code":
        return code(token.lang, context.text(token.text), ++codes);
      case "list":
        return list(token, block);
      case "blockquote":
        return html`<blockquote>${token.tokens.map(block)}</blockquote>`;
      case "table":
        return context.table?.(token) ?? html`<${Table} token=${token} context=${context} />`;
      case "hr":
        return html`<hr />`;
      case "space":
      case "def":
        return null;
      default:
        return html`<p>${context.text(token.text ?? token.raw)}</p>`;
    }
  };
  return tokens.map(block);
}

/** JSON on several lines; other text, such as a part of JSON, as it is. */
function indented(text) {
  try {
    return write(parse(text), 2);
  } catch {
    return text;
  }
}

/** Renders a block of code. The output of a command looks different from a command, and has no copy button. */
function code(language, text, number) {
  const isOutput = language === "text" || language === "json";
  const title = isOutput ? "Output" : language === "bash" ? "Commands" : `Code${language ? ` in ${language}` : ""}`;
  return isOutput
    ? html`<figure class="output"><figcaption class="label">${title}</figcaption><pre tabindex="0" aria-label=${`${title} ${number}`}>${language === "json" ? indented(text) : text}</pre></figure>`
    : html`<${Code} text=${text} label=${`${title} ${number}`} />`;
}

function list({ ordered, start, items }, block) {
  const content = items.map(
    (item) => html`<li>${item.task && html`<input type="checkbox" disabled checked=${item.checked} aria-label="done" /> `}${item.tokens.map(block)}</li>`,
  );
  return ordered ? html`<ol start=${start || undefined}>${content}</ol>` : html`<ul>${content}</ul>`;
}

function Table({ token: { header, rows }, context }) {
  const cell = ({ tokens, align }, tag) => html`<${tag} class=${ALIGNED[align]}>${inline(tokens, context)}<//>`;
  const label = header.map(({ tokens }) => plain(tokens)).filter(Boolean).join(", ");
  return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${`Table: ${label}`}>
    <table class="table">
      <thead><tr>${header.map((token) => cell(token, "th"))}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((token) => cell(token, "td"))}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** Tokens within a line as elements. */
export function inline(tokens, context) {
  return tokens.map((token) => {
    const children = () => inline(token.tokens, context);
    switch (token.type) {
      case "strong":
        return html`<strong>${children()}</strong>`;
      case "em":
        return html`<em>${children()}</em>`;
      case "del":
        return html`<del>${children()}</del>`;
      case "codespan":
        return html`<code>${context.text(token.text)}</code>`;
      case "br":
        return html`<br />`;
      case "link":
        return html`<${Link} address=${context.address(token.href)}>${children()}<//>`;
      case "image":
        return token.text;
      default:
        return token.tokens ? children() : context.text(token.text);
    }
  });
}

function Link({ address, children }) {
  if (address === undefined) {
    return html`<span>${children}</span>`;
  }
  const isOutside = /^https?:/.test(address);
  return html`<a href=${address} rel=${isOutside ? "noopener noreferrer" : undefined}>${children}</a>`;
}
