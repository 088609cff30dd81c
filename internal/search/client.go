package search

import (
	_ "embed"
	"slices"
)

// The parts of the client, for browsers.
//
//go:embed client/engine.js
var engine []byte

//go:embed client/common.js
var common []byte

//go:embed client/page.js
var page []byte

//go:embed client/box.js
var box []byte

// Seldom is what the client loads when it needs it: it mends slips, and searches
// without a network.
//
//go:embed client/seldom.js
var Seldom []byte

// Inflate is the script that stands in for DecompressionStream, for browsers
// that have none; Worker answers on the search page when there is no network.
//
//go:embed client/inflate.js
var Inflate []byte

//go:embed client/worker.js
var Worker []byte

// The names of these files, beside the manifest. They stay: the client knows them.
const (
	InflateName = "inflate.js"
	WorkerName  = "worker.js"
)

// Page gives the script of the search page, Box that of the search box of all
// others: each is whole, so that nobody loads what the other one needs.
func Page() []byte { return client(page) }

// Box is as Page.
func Box() []byte { return client(box) }

// client makes a script that may come before the page is read to its end. Inside of
// a function the minifier shortens all its names.
func client(part []byte) []byte {
	const ready = `};
if (document.readyState === "loading") addEventListener("DOMContentLoaded", start); else start();
})();
`
	return slices.Concat([]byte("(() => {\nconst start = () => {\n"), engine, common, part, []byte(ready))
}
