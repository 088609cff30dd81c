package audit

import "planpress/internal/diag"

// Rules lists what this package looks for.
func Rules() []*diag.Rule {
	return []*diag.Rule{ruleDuplicateID, ruleNoSuchID, ruleOneH1, ruleHeadingJump, ruleOneMain, ruleNavName,
		ruleLang, ruleTitle, ruleAlt, ruleInline, ruleForeign, ruleScheme, ruleNowhere, ruleNoAnchor}
}
