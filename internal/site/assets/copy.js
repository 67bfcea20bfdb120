// Copies what stands in a field to the clipboard. Without this script the field is there to select from,
// and the file to download.
for (const button of document.querySelectorAll("button[data-copy]")) {
	const field = document.getElementById(button.dataset.copy);
	const said = document.getElementById(button.dataset.said);
	if (!field) continue;
	button.hidden = false;
	button.addEventListener("click", async () => {
		let done = true;
		try {
			await navigator.clipboard.writeText(field.value);
		} catch { // no leave, or no secure connection
			field.select();
			done = document.execCommand("copy");
		}
		said.textContent = done ? "Copied." : "Your browser did not allow it. Select the text and copy it.";
	});
}
