package policy

import (
	"fmt"
	"slices"
	"strings"
)

// Server is a kind of web server for which there is a snippet.
type Server string

// The servers.
const (
	Nginx   Server = "nginx"
	Caddy   Server = "caddy"
	Netlify Server = "netlify" // and others that read a file _headers
)

// Servers lists all of them.
func Servers() []Server { return []Server{Nginx, Caddy, Netlify} }

// HeadersFile is the file of the site's root from which some hosts take the
// headers. It is what Snippet gives for Netlify.
const HeadersFile = "_headers"

// Snippet is the part of a server's configuration that makes it send the
// headers. Assets is the folder, from the site's root, of
// files that never change under one name. Path is that of the site on its
// host: "/", or "/ke-hoach/".
func Snippet(server Server, s Site, assets, path string) ([]byte, error) {
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	if !strings.HasSuffix(path, "/") {
		path += "/"
	}
	if unsafe(path) {
		return nil, fmt.Errorf("the path %q of the site cannot be written into a server's configuration", path)
	}
	assets = path + assets + "/"
	switch server {
	case Nginx:
		return nginx(headers(s), assets), nil
	case Caddy:
		return caddy(headers(s), assets), nil
	case Netlify:
		return netlify(headers(s), assets, path), nil
	}
	return nil, fmt.Errorf("there is no snippet for %q; there are those for %v", server, Servers())
}

// unsafe reports what would mean something else to one of the servers.
func unsafe(path string) bool { return strings.ContainsAny(path, " \t\r\n\"'`\\{};*$#:") }

// nginx wants the headers twice: a location that adds one of its own has none
// of those around it.
func nginx(all []header, assets string) []byte {
	var b strings.Builder
	b.WriteString("# Inside the server block of the site.\n")
	for _, h := range all {
		fmt.Fprintf(&b, "add_header %s \"%s\" always;\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "location ^~ %s {\n", assets)
	for _, h := range append(slices.Clone(all), header{"Cache-Control", forever}) {
		fmt.Fprintf(&b, "    add_header %s \"%s\" always;\n", h.name, h.value)
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

func caddy(all []header, assets string) []byte {
	var b strings.Builder
	b.WriteString("# Inside the block of the site.\nheader {\n")
	for _, h := range all {
		fmt.Fprintf(&b, "\t%s \"%s\"\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "}\nheader %s* Cache-Control \"%s\"\n", assets, forever)
	return []byte(b.String())
}

func netlify(all []header, assets, path string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "%s*\n", path)
	for _, h := range all {
		fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "%s*\n  Cache-Control: %s\n", assets, forever)
	return []byte(b.String())
}
