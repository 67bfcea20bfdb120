// Puts a map that moves in the place of every drawn one. What it shows is the
// same: it reads the JSON that stands beside the drawing, and its base is drawn by the same
// server out of the same outlines. Without this script, or when it fails, the
// drawing stays.
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function el(name, props = {}, ...children) {
	const e = Object.assign(document.createElement(name), props);
	e.append(...children);
	return e;
}

// Spots closer than this many pixels are drawn as one.
const crowded = 26;

function start(figure) {
	const L = window.L;
	const data = JSON.parse(figure.querySelector(".map-data").textContent);
	const frame = figure.querySelector(".frame");
	const drawing = frame.querySelector("svg");
	const size = drawing.getBoundingClientRect();
	if (!L || size.width < 50) return;

	const box = el("div");
	box.setAttribute("role", "region");
	box.setAttribute("aria-label", drawing.getAttribute("aria-label"));
	const tall = figure.dataset.map === "tall" && innerWidth > 1024 ? Math.min(innerHeight - 120, 820) : 0;
	box.style.height = Math.max(size.height, tall, 260) + "px";
	frame.append(box);
	drawing.remove();

	const map = L.map(box, {
		minZoom: 1, maxZoom: 10, attributionControl: false, scrollWheelZoom: false, worldCopyJump: true,
		zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm,
	});
	// The wheel scrolls the page until the map is used; with Ctrl it always zooms.
	box.addEventListener("focusin", () => map.scrollWheelZoom.enable());
	box.addEventListener("focusout", () => map.scrollWheelZoom.disable());
	// Leaflet hears Escape only while the map itself has the focus, not a popup in it.
	box.addEventListener("keydown", (ev) => {
		if (ev.key === "Escape" && box.querySelector(".leaflet-popup")) map.closePopup();
	});
	const [w, s, e, n] = data.bounds;
	map.fitBounds([[s, w], [n, e]], { animate: false });

	const url = () => data.tiles.replace("{theme}", dark.matches ? "dark" : "light");
	const tiles = L.tileLayer(url(), { maxNativeZoom: 10, noWrap: false }).addTo(map);
	dark.addEventListener("change", () => tiles.setUrl(url()));

	areas(map, data.countries, "leaflet-tint", data.words);
	areas(map, data.areas, "leaflet-area", data.words);
	countryNames(map, data.labels, data);
	const spots = L.layerGroup().addTo(map);
	const show = () => drawSpots(map, spots, data);
	map.on("zoomend", show);
	show();
	figure.dataset.live = "true";
}

function areas(map, list, className, words) {
	for (const a of list || []) {
		const text = `${a.n} ${a.n === 1 ? words.one : words.several} ${words.area} ${a.name}`;
		const shape = L.polygon(a.rings, { className, weight: 1 }).addTo(map);
		shape.bindPopup(el("p", {}, el("strong", {}, el("a", { href: a.href, textContent: text }))));
		if (className === "leaflet-area") {
			const count = L.marker(shape.getBounds().getCenter(), { interactive: false, keyboard: false, icon: L.divIcon({ className: "area-count", html: el("span", { textContent: a.n }), iconSize: [20, 16] }) });
			// In an area that is small on the screen a number would look like a point.
			const fit = () => {
				const b = shape.getBounds();
				const wide = map.latLngToContainerPoint(b.getNorthEast()).x - map.latLngToContainerPoint(b.getSouthWest()).x;
				if (wide > 36) count.addTo(map).getElement().setAttribute("aria-hidden", "true");
				else count.remove();
			};
			map.on("zoomend", fit);
			fit();
		}
		const path = shape.getElement();
		if (!path) continue;
		path.setAttribute("tabindex", "0");
		path.setAttribute("role", "button");
		path.setAttribute("aria-label", text);
		path.addEventListener("keydown", (ev) => {
			if (ev.key === "Enter" || ev.key === " ") { ev.preventDefault(); shape.openPopup(); }
		});
	}
}

// countryNames writes the names of countries that are large enough on the screen.
async function countryNames(map, address, figureData) {
	const answer = await fetch(address);
	if (!answer.ok) return;
	const all = await answer.json();
	const layer = L.layerGroup().addTo(map);
	all.sort((a, b) => b.size - a.size);
	const show = () => {
		layer.clearLayers();
		const px = (256 * 2 ** map.getZoom()) / 360;
		const view = map.getBounds();
		const taken = (figureData.spots || []).map((s) => map.latLngToContainerPoint([s.lat, s.lon])).map((p) => [p.x - 14, p.y - 12, p.x + 14, p.y + 12]);
		for (const c of all) {
			if (c.size * px < 7.5 * Math.min(c.name.length, 12) || !view.contains([c.lat, c.lon])) continue;
			const p = map.latLngToContainerPoint([c.lat, c.lon]);
			const half = 4.2 * c.name.length;
			const box = [p.x - half, p.y - 9, p.x + half, p.y + 9];
			const room = map.getSize();
			if (box[0] < 2 || box[1] < 2 || box[2] > room.x - 2 || box[3] > room.y - 2) continue;
			if (taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) continue;
			taken.push(box);
			L.marker([c.lat, c.lon], {
				interactive: false, keyboard: false,
				icon: L.divIcon({ className: "country-name", html: el("span", { textContent: c.name }), iconSize: [140, 16] }),
			}).addTo(layer).getElement().setAttribute("aria-hidden", "true");
		}
	};
	map.on("moveend", show);
	show();
}

function drawSpots(map, layer, data) {
	layer.clearLayers();
	const groups = [];
	for (const s of data.spots || []) {
		const at = map.project([s.lat, s.lon]);
		const near = groups.find((g) => g.at.distanceTo(at) < crowded);
		if (near) near.all.push(s);
		else groups.push({ at, all: [s] });
	}
	const perPixel = (lat) => (40075.017 * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
	for (const g of groups) {
		const s = g.all[0];
		const several = g.all.length > 1;
		for (const o of several ? [] : [s]) {
			if (o.km / perPixel(o.lat) > 7) L.circle([o.lat, o.lon], { radius: o.km * 1000, className: "leaflet-around", interactive: false }).addTo(layer);
		}
		const label = several ? `${g.all.length} ${data.words.several}: ${s.name}` : s.title;
		const marker = L.marker([s.lat, s.lon], {
			icon: L.divIcon({
				className: "spot" + (several ? " many-spot" : s.near ? " near" : ""),
				html: el("span", { textContent: several ? g.all.length : "" }), iconSize: [28, 28],
			}),
		}).addTo(layer);
		const e = marker.getElement();
		e.setAttribute("aria-label", label);
		marker.bindPopup(() => popup(g.all), { maxWidth: 300, minWidth: 180 });
		marker.on("popupopen", (ev) => ev.popup.getElement().querySelector("a[href]")?.focus({ preventScroll: true }));
		// Whoever read the popup with the keyboard goes on from its spot.
		marker.on("popupclose", (ev) => {
			const inside = ev.popup.getElement()?.contains(document.activeElement);
			if (inside || document.activeElement === document.body) e.focus({ preventScroll: true });
		});
		if (map.getZoom() >= 7 && s.name) {
			marker.bindTooltip(el("span", { textContent: s.name }), { permanent: true, direction: "right", offset: [8, 0], className: "spot-name", opacity: 1 });
		}
	}
}

function popup(all) {
	if (all.length === 1) {
		const s = all[0];
		return el("div", {}, el("strong", {}, el("a", { href: s.href, textContent: s.title, dir: "auto" })), el("p", { textContent: s.line }), el("p", { textContent: s.where, dir: "auto" }));
	}
	return el("ul", {}, ...all.slice(0, 30).map((s) => el("li", {}, el("a", { href: s.href, textContent: s.title, dir: "auto" }), el("p", { textContent: s.line }))));
}

for (const figure of document.querySelectorAll("[data-map]")) {
	try {
		start(figure);
	} catch (err) {
		console.warn("the drawn map stays:", err);
	}
}
