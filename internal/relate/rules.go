package relate

import "planpress/internal/diag"

// Rules lists what this package looks for.
func Rules() []*diag.Rule {
	return []*diag.Rule{ruleIssuerUnknown, ruleURLTaken, ruleURLEmpty, ruleNumberDuplicate, ruleReferenceUnknown,
		ruleLinkBroken, ruleAnchorMissing, ruleHeldBackLink, ruleReplaceCycle, ruleOrgUnknown, ruleOrgCycle,
		ruleTranslation, ruleMenuUnknown, ruleMenuLong, ruleIssuerInvalid, ruleAttachmentMissing,
		ruleAttachmentUnused, ruleStrayFile, ruleNotImage, ruleSelfReference, ruleFieldSpellings, ruleTranslationLanguage,
		ruleRelationCycle, ruleActsOnLater, ruleReplacedTwice, ruleEffectTyped, ruleExtension, ruleRelationEarly, ruleUntil,
		ruleCiteDay, ruleCiteForm, ruleBasisEnded, ruleCiteUnknown}
}
