package plan

import "testing"

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
