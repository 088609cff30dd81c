package relate

// rated gives entries what readers said of them, under the address that they have
// and those that they had. What was said of others waits for them.
func (r *relater) rated() {
	all := r.site.Registry.Ratings
	if len(all) == 0 {
		return
	}
	at := make(map[string]int, len(all))
	for i := range all {
		at[all[i].URL] = i
	}
	for _, entries := range [][]*Entry{r.site.Documents, r.site.Pages} {
		for _, e := range entries {
			for _, url := range append([]string{e.URL}, e.Document.RedirectFrom...) {
				if i, ok := at[url]; ok {
					e.Rated.Count += all[i].Count
					e.Rated.Sum += all[i].Sum
				}
			}
		}
	}
}
