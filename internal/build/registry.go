package build

import (
	"planpress/internal/check"
	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var (
	ruleNoSettings = &diag.Rule{Code: "P107", Name: "no-settings", Severity: diag.Error,
		Title: diag.T("Thiếu content/site.yaml", "content/site.yaml is missing"),
		Why: diag.T("Tệp này cho biết tên trang, ngôn ngữ và cơ quan chủ quản. Ít nhất phải có dòng “name: …”.",
			"The file says the site's name, language and publisher. It needs at least the line \"name: …\".")}
	ruleNoBaseURL = &diag.Rule{Code: "P108", Name: "no-base-url", Severity: diag.Note,
		Title: diag.T("Chưa có địa chỉ của trang", "The site's address is not known"),
		Why: diag.T("Không có base_url thì không làm được nguồn tin, sitemap và địa chỉ chuẩn. Hãy ghi base_url trong content/site.yaml hoặc dùng --base-url.",
			"Without base_url there is no feed, no sitemap and no canonical address. Write base_url in content/site.yaml or use --base-url.")}
)

// registry reads the YAML files beside the documents. Where one of them has an
// error, reading the documents would only give errors that follow from it:
// whole is false.
func (b *builder) registry(tree *content.Tree) (reg *plan.Registry, whole bool, err error) {
	reg = &plan.Registry{Settings: frontmatter.Defaults()}
	b.res.Registry = reg
	before := diag.CountOf(b.res.Findings).Errors
	settings := false
	for _, item := range tree.Registry {
		f, findings, err := content.Read(b.fsys, item)
		if err != nil {
			return nil, false, err
		}
		b.found(findings)
		settings = settings || item.Path == content.SettingsFile
		if diag.CountOf(findings).Errors > 0 {
			continue // there is no text to read
		}
		switch item.Path {
		case content.SettingsFile:
			reg.Settings, findings = frontmatter.Settings(f)
		case content.OrgsFile:
			reg.Orgs, findings = frontmatter.Orgs(f)
		case content.ExternalsFile:
			reg.Externals, findings = frontmatter.Externals(f)
			for _, x := range reg.Externals {
				findings = append(findings, check.External(x)...)
			}
		case content.GlossaryFile:
			reg.Glossary, findings = frontmatter.Glossary(f)
		case content.RatingsFile:
			reg.Ratings, findings = ratingsOf(f)
		}
		b.found(findings)
	}
	if noContent := before > 0 && len(tree.Documents) == 0; !settings && !noContent {
		b.found([]diag.Finding{ruleNoSettings.At(source.Pos{File: content.SettingsFile}, diag.T(
			"không có tệp này", "there is no such file")).WithHint(diag.T(
			"tạo nó với dòng “name: Tên trang”", "make it with the line \"name: Name of the site\""))})
	}
	if b.opts.BaseURL != "" {
		reg.Settings.BaseURL = b.opts.BaseURL
	}
	if b.opts.Ratings != "" {
		reg.Settings.Ratings = b.opts.Ratings
	}
	whole = diag.CountOf(b.res.Findings).Errors == before
	if whole && reg.Settings.BaseURL == "" {
		b.found([]diag.Finding{ruleNoBaseURL.At(source.Pos{File: content.SettingsFile}, diag.T(
			"không có base_url: không làm nguồn tin và sitemap", "there is no base_url: no feed and no sitemap are made"))})
	}
	if b.opts.AsOf.IsZero() {
		b.opts.AsOf = plan.DateOf(b.opts.Now.In(reg.Settings.TimeZone))
	}
	return reg, whole, nil
}
