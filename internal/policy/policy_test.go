package policy

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

const hash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

// The policy grants nothing that is written in a page but the one script, and
// nothing of another host.
func TestPolicyGrantsLittle(t *testing.T) {
	for name, policy := range map[string]string{"meta": Meta(Site{Boot: hash}), "header": Header(Site{Boot: hash})} {
		got := directives(t, policy)
		for _, loose := range []string{"unsafe", "*", "http:", "https:", "data:", "blob:"} {
			if strings.Contains(policy, loose) {
				t.Errorf("%s: %s is allowed: %s", name, loose, policy)
			}
		}
		for directive, want := range map[string]string{"default-src": "'none'", "script-src": "'self' '" + hash + "'", "style-src": "'self'",
			"img-src": "'self'", "connect-src": "'self'", "form-action": "'self'", "base-uri": "'none'"} {
			if got[directive] != want {
				t.Errorf("%s: %s is %q, want %q", name, directive, got[directive], want)
			}
		}
	}
	// Browsers warn of it in a page, where it has no effect.
	if got := directives(t, Meta(Site{Boot: hash}))["frame-ancestors"]; got != "" {
		t.Errorf("a page says frame-ancestors %s", got)
	}
	if got := directives(t, Header(Site{Boot: hash}))["frame-ancestors"]; got != "'none'" {
		t.Errorf("the header says frame-ancestors %q", got)
	}
}

// A service may be asked and sent forms to, and nothing else.
func TestPolicyWithService(t *testing.T) {
	const service = "https://danh-gia.phuong.example"
	got := directives(t, Meta(Site{Boot: hash, Service: service}))
	for name, value := range got {
		if allowed := name == "connect-src" || name == "form-action"; strings.Contains(value, service) != allowed {
			t.Errorf("%s is %q", name, value)
		}
	}
}

func TestPolicyWithoutScript(t *testing.T) {
	if got := directives(t, Meta(Site{}))["script-src"]; got != "'self'" {
		t.Errorf("script-src %q", got)
	}
}

// directives takes a policy apart as browsers do: semicolons, then spaces.
func directives(t *testing.T, policy string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for part := range strings.SplitSeq(policy, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), " ")
		if _, twice := out[name]; twice || name == "" {
			t.Errorf("directive %q is empty or there twice in %q", name, policy)
		}
		out[name] = value
	}
	return out
}

// Each snippet is what its server's grammar wants: every line is one of the
// forms that it knows, blocks are closed, and the policy is one quoted value.
func TestSnippets(t *testing.T) {
	name, quoted := `[A-Z][A-Za-z-]+`, `"[^"\\]+"`
	for server, grammar := range map[Server][]string{
		Nginx:   {`# .*`, ` *add_header ` + name + ` ` + quoted + ` always;`, `location \^~ /[a-z/-]*/ \{`, `\}`},
		Caddy:   {`# .*`, `header \{`, `\t` + name + ` ` + quoted, `\}`, `header /[a-z/-]*/\* ` + name + ` ` + quoted},
		Netlify: {`/[a-z/-]*\*`, `  ` + name + `: [^ ].*`},
	} {
		data, err := Snippet(server, Site{Boot: hash}, "assets", "/ke-hoach/")
		if err != nil {
			t.Fatal(err)
		}
		line := regexp.MustCompile(`^(?:` + strings.Join(grammar, "|") + `)$`)
		text := string(data)
		for _, l := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
			if !line.MatchString(l) {
				t.Errorf("%s: the server does not read the line %q", server, l)
			}
		}
		if strings.Count(text, "{") != strings.Count(text, "}") {
			t.Errorf("%s: a block is open:\n%s", server, text)
		}
		for _, want := range []string{Header(Site{Boot: hash}), "nosniff", "/ke-hoach/assets/", "immutable"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %s in\n%s", server, want, text)
			}
		}
	}
}

// In nginx a location that adds a header loses those of the server around it.
func TestNginxRepeatsThePolicy(t *testing.T) {
	data, err := Snippet(Nginx, Site{Boot: hash}, "assets", "/")
	if err != nil {
		t.Fatal(err)
	}
	_, location, _ := strings.Cut(string(data), "\nlocation")
	if !strings.Contains(location, "Content-Security-Policy") || !strings.HasPrefix(location, " ^~ /assets/ {") {
		t.Errorf("files of assets have no policy:\n%s", data)
	}
}

func TestSnippetErrors(t *testing.T) {
	if _, err := Snippet("apache", Site{Boot: hash}, "assets", "/"); err == nil || !strings.Contains(err.Error(), "nginx caddy netlify") {
		t.Errorf("got %v", err)
	}
	for _, path := range []string{"/a b/", "/{/", "/\";evil/", "/$x/"} {
		for _, s := range Servers() {
			if data, err := Snippet(s, Site{Boot: hash}, "assets", path); err == nil {
				t.Errorf("%s takes the path %q:\n%s", s, path, data)
			}
		}
	}
	if !slices.Contains(Servers(), Caddy) {
		t.Error("Caddy is missing")
	}
}
