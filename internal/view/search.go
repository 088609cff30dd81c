package view

// SearchBox is where every page lets readers search. Without scripts it leads to
// the search page, which then offers lists.
type SearchBox struct {
	URL    string // of the search page
	Script string // URL of the script that answers; "" where there is none
}

// Search is the layout "search". Its script finds the elements by their ids:
// _search the form, with the fields q, sort and those of the filters, _search-status,
// _search-results and _search-more.
type Search struct {
	Title   string
	Filters []SearchFilter
	Lists   []Link // for readers without scripts
}

// SearchFilter is one way to narrow down what is found.
type SearchFilter struct {
	Key     string // of a message: "filter.year"
	Name    string // of the form's field: year, body, field, type, status
	Options []SearchOption
}

// SearchOption is one value of a filter, and how many documents have it.
type SearchOption struct {
	Value string
	Text  string
	N     int
}
