package cli

import (
	"fmt"
	"net/url"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/policy"
	"planpress/themes"
)

type headersCmd struct {
	For     string `required:"" enum:"nginx,caddy,netlify" placeholder:"nginx|caddy|netlify" help:"The web server."`
	BaseURL string `name:"base-url" placeholder:"URL" help:"Address of the site, in place of site.yaml's."`
}

func (headersCmd) Example() string {
	return "planpress headers --for nginx > /etc/nginx/snippets/ke-hoach.conf"
}

// Run prints what makes a web server send the site's policy.
func (c *headersCmd) Run(a *app) error {
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	settings, err := build.Settings(a.ctx, site)
	if err != nil {
		return err
	}
	if c.BaseURL != "" {
		if settings.BaseURL, err = cleanBaseURL(c.BaseURL); err != nil {
			return err
		}
	}
	snippet, err := build.Headers(site, themes.FS, settings, policy.Server(c.For))
	if err != nil {
		return err
	}
	if u, err := url.Parse(settings.BaseURL); err == nil && c.For == string(policy.Netlify) && len(u.Path) > 1 {
		a.say(diag.T("lưu ý: tệp _headers phải nằm ở gốc của máy chủ, không phải trong %s", "note: the file _headers belongs to the root of the host, not to %s", u.Path))
	}
	_, err = fmt.Fprintf(a.env.Stdout, "%s", snippet)
	return err
}
