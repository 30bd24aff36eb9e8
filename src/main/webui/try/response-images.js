/** The images of a response. */

import { html, useEffect, useMemo, useState } from "../ui/preact.js";
import { Notice } from "../ui/basics.js";
import { useLoaded } from "../ui/load.js";
import { blobOf } from "./images.js";

/** @param images from imagesIn() */
export function ResponseImages({ images }) {
  return html`<div class="try-images">
    ${images.map((image, index) =>
      image.url
        ? html`<${LinkedImage} key=${image.url} url=${image.url} name=${`Image ${index + 1}`} />`
        : html`<${EmbeddedImage} key=${`${index}-${image.base64.length}`} image=${image} name=${`Image ${index + 1}`} />`,
    )}
  </div>`;
}

function EmbeddedImage({ image, name }) {
  const blob = useMemo(() => {
    try {
      return blobOf(image);
    } catch {
      return undefined;
    }
  }, [image.base64]);
  return blob ? html`<${BlobImage} blob=${blob} name=${name} />` : html`<${Notice} kind="fault">${name} is not valid Base64.<//>`;
}

/** An image at an address of this server, which the page downloads once, as a client would. */
function LinkedImage({ url, name }) {
  const { data, error } = useLoaded((signal) => download(url, signal), [url]);
  if (error) {
    return html`<${Notice} kind="fault">${name} cannot be downloaded: ${error.message}<//>`;
  }
  return data ? html`<${BlobImage} blob=${data} name=${name} />` : html`<p class="soft">${name} is loading…</p>`;
}

async function download(url, signal) {
  const response = await fetch(url, { credentials: "omit", signal });
  const type = response.headers.get("content-type") ?? "no content type";
  if (!response.ok) {
    throw new Error(`the status is ${response.status}.`);
  }
  if (!type.startsWith("image/")) {
    throw new Error(`the response is not an image, but ${type}.`);
  }
  return response.blob();
}

export function BlobImage({ blob, name }) {
  const [shown, setShown] = useState({});
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    setShown({ url });
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  if (shown.isBroken) {
    return html`<${Notice} kind="fault">${name} is not a whole ${blob.type} file.<//>`;
  }
  return shown.url && html`<figure>
    <img src=${shown.url} alt=${name} onLoad=${(event) => setShown({ ...shown, size: `${event.target.naturalWidth}×${event.target.naturalHeight}` })} onError=${() => setShown({ ...shown, isBroken: true })} />
    <figcaption class="small soft">${[name, shown.size, blob.type].filter(Boolean).join(", ")}</figcaption>
  </figure>`;
}
