package viet

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collator puts texts into the order of Vietnamese dictionaries: a ă â b c d đ
// e ê …, then by tone (ngang, huyền, hỏi, ngã, sắc, nặng), then small letters
// before capitals. Numbers inside texts go by value: “Kế hoạch 2” comes before
// “Kế hoạch 10”. Make one with NewCollator for each sort; it is not safe for
// concurrent use.
type Collator struct{ c *collate.Collator }

// NewCollator makes a Collator.
func NewCollator() *Collator {
	return &Collator{collate.New(language.Vietnamese, collate.Numeric)}
}

// Compare gives a negative number where a comes before b, a positive one where
// it comes behind, and 0 where the order sees no difference.
func (c *Collator) Compare(a, b string) int { return c.c.CompareString(a, b) }
