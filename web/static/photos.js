// The photos of the evidence, large: by click, swipe and arrow keys. Without script the links open the pictures themselves.

import Lightbox from "./vendor/photoswipe/lightbox.js";

const LONGEST = 1600;
const links = [...document.querySelectorAll("a[data-photo]")];
const lightbox = new Lightbox({
  pswpModule: () => import("./vendor/photoswipe/photoswipe.js"),
  closeTitle: "关闭",
  zoomTitle: "放大、缩小",
  arrowPrevTitle: "上一张",
  arrowNextTitle: "下一张",
  errorMsg: "照片不能显示",
  bgOpacity: 0.95,
});

// A picture has the shape of its thumbnail; the server makes none longer than this.
function shaped(link) {
  const { naturalWidth, naturalHeight } = link.querySelector("img");
  const [width, height] = [naturalWidth || 4, naturalHeight || 3];
  const scale = LONGEST / Math.max(width, height);
  return { src: link.href, width: width * scale, height: height * scale, alt: link.dataset.photo };
}

async function open(index) {
  const pictures = links.map((link) => link.querySelector("img"));
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  lightbox.loadAndOpen(index, links.map(shaped));
}

lightbox.on("uiRegister", () => {
  const onInit = (element, viewer) => viewer.on("change", () => { element.textContent = viewer.currSlide.data.alt; });
  lightbox.pswp.ui.registerElement({ name: "caption", order: 9, isButton: false, appendTo: "root", onInit });
});
// Closed, it gives the focus back to the photo that was seen last.
lightbox.on("destroy", () => links[lightbox.pswp.currIndex]?.focus());
lightbox.init();
for (const [index, link] of links.entries()) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(index);
  });
}
