package cli

import (
	"net/url"
	"strings"
)

// cleanBaseURL checks a base URL and gives it with a slash at the end.
func cleanBaseURL(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || (u.Scheme != "http" && u.Scheme != "https") || strings.ContainsAny(s, "?#") || u.User != nil {
		return "", usageError{"--base-url takes an absolute http or https address such as https://example.org/plans/, not " + s}
	}
	return strings.TrimRight(u.String(), "/") + "/", nil
}
