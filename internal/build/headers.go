package build

import (
	"fmt"
	"io/fs"
	"net/url"

	"planpress/internal/asset"
	"planpress/internal/plan"
	"planpress/internal/policy"
	"planpress/internal/theme"
)

// Headers gives the part of a web server's configuration that makes it send
// the policy of a site.
func Headers(site, themes fs.FS, settings plan.Settings, server policy.Server) ([]byte, error) {
	layers, err := theme.Layers(themes, site, settings.Theme)
	if err != nil {
		return nil, err
	}
	look, err := theme.Load(layers, settings.Lang)
	if err != nil {
		return nil, err
	}
	assets, err := asset.Build(look)
	if err != nil {
		return nil, err
	}
	return headers(settings, assets, server)
}

// headers is the configuration for a site at an address; without one it is at
// the root of its host.
func headers(s plan.Settings, assets *asset.Set, server policy.Server) ([]byte, error) {
	at, err := url.Parse(s.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("the address of the site: %w", err)
	}
	return policy.Snippet(server, policy.Site{Boot: assets.BootHash, Service: ratingsOrigin(s)}, asset.Dir, at.EscapedPath())
}
