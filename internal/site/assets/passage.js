// Offers a link to the form of a case for a passage that a reader selects in the
// text of a report. Without this script the passage is copied into the form.
const body = document.querySelector(".body[data-ask]");
const headline = document.querySelector(".report-page h1");
const most = 20_000; // characters of a passage

// selected is the words that are selected within the text or the headline. The
// form is given the words and finds where they stand.
function selected() {
	const s = getSelection();
	if (!s || s.isCollapsed || s.rangeCount === 0) return null;
	const range = s.getRangeAt(0);
	const within = n => n && (body.contains(n) || headline && headline.contains(n));
	if (!within(range.startContainer) || !within(range.endContainer)) return null;
	const part = range.cloneContents();
	for (const x of part.querySelectorAll(".ref, .notes, .sr")) x.remove();
	const words = part.textContent.trim();
	return words && words.length <= most ? { words, range } : null;
}

if (body) {
	const link = document.createElement("a");
	link.className = "passage-ask";
	link.rel = "nofollow";
	link.textContent = "Something wrong with this?";
	link.hidden = true;
	document.querySelector("main").append(link); // within a landmark, so that it is found by those who go from one to the next
	let wait = 0;
	document.addEventListener("selectionchange", () => {
		clearTimeout(wait);
		wait = setTimeout(() => {
			const s = selected();
			link.hidden = !s;
			if (!s) return;
			const words = s.words.length > 1200 ? "" : s.words; // an address has an end; long passages are copied by hand
			link.href = `${body.dataset.ask}${words ? "&passage=" + encodeURIComponent(words) : ""}`;
			const box = s.range.getBoundingClientRect();
			link.style.left = `${Math.max(8, Math.min(box.left + scrollX, document.documentElement.clientWidth - 240))}px`;
			link.style.top = `${box.bottom + scrollY + 8}px`;
		}, 250);
	});
}
