package plan

import "testing"

func TestDateEndsBefore(t *testing.T) {
	day := Date{Year: 2025, Month: 6, Day: 15}
	for _, c := range []struct {
		a, b Date
		want bool
	}{
		{Date{Year: 2025, Month: 6, Day: 14}, day, true},
		{day, day, false},
		{Date{Year: 2025, Month: 5}, day, true},
		{Date{Year: 2025, Month: 6}, day, false}, // June may end behind its 15th day
		{Date{Year: 2025}, day, false},
		{Date{Year: 2024}, day, true},
		{Date{}, day, false},
		{day, Date{}, false},
	} {
		if got := c.a.EndsBefore(c.b); got != c.want {
			t.Errorf("%q ends before %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestOrgValidOn(t *testing.T) {
	for _, c := range []struct {
		org  Org
		want bool // on 15 June 2025
	}{
		{Org{}, true},
		{Org{To: Date{Year: 2025}}, true},
		{Org{To: Date{Year: 2025, Month: 6}}, true},
		{Org{To: Date{Year: 2025, Month: 6, Day: 15}}, true},
		{Org{To: Date{Year: 2025, Month: 6, Day: 14}}, false},
		{Org{To: Date{Year: 2024}}, false},
		{Org{From: Date{Year: 2025}}, true},
		{Org{From: Date{Year: 2025, Month: 6, Day: 15}}, true},
		{Org{From: Date{Year: 2025, Month: 7}}, false},
	} {
		if got := c.org.ValidOn(Date{Year: 2025, Month: 6, Day: 15}); got != c.want {
			t.Errorf("from %q to %q: %v, want %v", c.org.From, c.org.To, got, c.want)
		}
	}
}

func TestDateString(t *testing.T) {
	for d, want := range map[Date]string{
		{}: "", {Year: 2023}: "2023", {Year: 2023, Month: 1}: "2023-01", {Year: 2023, Month: 1, Day: 3}: "2023-01-03",
		{Year: 2023, Month: 12, Day: 31}: "2023-12-31", {Year: 987}: "0987",
	} {
		if got := d.String(); got != want {
			t.Errorf("%#v prints %q, want %q", d, got, want)
		}
	}
}

func TestDateValid(t *testing.T) {
	for d, want := range map[Date]bool{
		{Year: 2023, Month: 1, Day: 3}: true, {Year: 2023}: true, {Year: 2024, Month: 2, Day: 29}: true,
		{}: false, {Year: 2023, Month: 2, Day: 29}: false, {Year: 2023, Month: 13}: false, {Year: 2023, Day: 3}: false, {Year: 1700}: false,
	} {
		if got := d.Valid(); got != want {
			t.Errorf("%s is valid: %v, want %v", d, got, want)
		}
	}
}

func TestDateCompare(t *testing.T) {
	ordered := []Date{{}, {Year: 2022, Month: 12}, {Year: 2023}, {Year: 2023, Month: 1}, {Year: 2023, Month: 1, Day: 3}, {Year: 2023, Month: 2}}
	for i := range ordered {
		for j := range ordered {
			if got := ordered[i].Compare(ordered[j]); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%s against %s: %d", ordered[i], ordered[j], got)
			}
		}
	}
}
