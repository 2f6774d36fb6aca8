for (const box of document.querySelectorAll("input[data-label]")) {
  box.addEventListener("change", () => {
    for (const mark of document.querySelectorAll("mark[data-label]")) {
      if (mark.dataset.label === box.dataset.label) mark.classList.toggle("off", !box.checked);
    }
  });
}
