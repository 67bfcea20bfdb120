// Package site is the reading pages: what a visitor sees of the reports, the
// claims in them and the incidents they are about.
//
// [New] gives one http.Handler over a store. All its routes stand on one page,
// routes.go. A handler asks the store, builds a value for its template and
// renders it; the template holds the page and nothing else. The parameters of
// lists are those of package query, the same as in the API.
//
// Rules of the room:
//
//   - Every page is whole without JavaScript: forms are GET forms, maps and
//     plots are SVG drawn here, and every drawing has its content as a list or a
//     table beside it. assets/map.js makes the map move where it can.
//   - A claim is never a fact. A figure never stands without who says it or how
//     many do; unknown is an en dash that says so to those who listen, and 0 is
//     written only where somebody claimed it.
//   - A place known no closer than its province is an area, one known no closer
//     than its country is in the list beside the map; neither is ever a point.
//   - What comes from outside is text: html/template escapes it by context, no
//     template.HTML is made from it, its direction is isolated (bdi, dir), and
//     nothing is loaded from other hosts. The content security policy says so
//     too: no inline script or style.
//   - Nothing is kept between requests; everything shown is bounded.
//
// Assets carry a hash in their name and are cached for ever. What others wrote
// (Leaflet) is not in the repository: web/fetch.sh puts it into assets/vendor,
// and without it the pages use the drawn maps.
package site
