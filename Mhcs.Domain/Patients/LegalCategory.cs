namespace Mhcs.Domain.Patients;

/// <summary>The legal category that makes a patient restricted, or the one they had when restrictions ended (domain notes, section 1).</summary>
public enum LegalCategory
{
    /// <summary>Hospital order with restriction order, MHA 1983 s37 and s41.</summary>
    S37_41,
    /// <summary>Committed to the Crown Court for a restriction order, s43 and s44.</summary>
    S43_44,
    /// <summary>Unfit to plead or not guilty by reason of insanity, Criminal Procedure (Insanity) Act 1964 s5.</summary>
    Cpia,
    /// <summary>Hospital and limitation direction ("hybrid order"), s45A.</summary>
    S45A,
    /// <summary>Sentenced prisoner in hospital with a restriction direction, s47 and s49.</summary>
    S47_49,
    /// <summary>Sentenced prisoner in hospital without restriction, s47: outside our caseload.</summary>
    S47,
    /// <summary>Unsentenced, civil or immigration detainee in hospital with a restriction direction, s48 and s49.</summary>
    S48_49,
    /// <summary>Treated as under an unrestricted hospital order after the restrictions ended, s41(5) or s47(3).</summary>
    Notional37,
    /// <summary>Conditionally discharged, s42(2), s73 or s74(6).</summary>
    Cd,
    /// <summary>Conditionally discharged with conditions that deprive of liberty, s42(2A) or s73(2)(c), since 18 February 2026.</summary>
    CdDol,
    /// <summary>Repatriated or moved from another jurisdiction, MHA 1983 Part 6.</summary>
    Repatriated,
    /// <summary>No restriction any more: discharged absolutely, remitted to prison, or died.</summary>
    NotRestricted,
}

/// <summary>Which kind of unsentenced person s48(2) names; it decides how the restriction direction ends.</summary>
public enum Section48Kind
{
    /// <summary>(a) in prison or youth detention, for instance on Crown Court remand.</summary>
    A,
    /// <summary>(b) remanded by a magistrates' court: that court, not the Secretary of State, ends it early until the case is sent (s52).</summary>
    B,
    /// <summary>(c) civil prisoner.</summary>
    C,
    /// <summary>(d) immigration detainee.</summary>
    D,
}

public static class LegalCategories
{
    extension(LegalCategory category)
    {
        public string Label => category switch
        {
            LegalCategory.S37_41 => "Section 37/41",
            LegalCategory.S43_44 => "Section 43/44",
            LegalCategory.Cpia => "Insanity Act (CPIA)",
            LegalCategory.S45A => "Section 45A",
            LegalCategory.S47_49 => "Section 47/49",
            LegalCategory.S47 => "Section 47",
            LegalCategory.S48_49 => "Section 48/49",
            LegalCategory.Notional37 => "Notional section 37",
            LegalCategory.Cd => "Conditional discharge",
            LegalCategory.CdDol => "Conditional discharge with deprivation of liberty",
            LegalCategory.Repatriated => "Repatriated (Part 6)",
            _ => "Not restricted",
        };

        public bool IsRestricted => category is not (LegalCategory.S47 or LegalCategory.Notional37 or LegalCategory.NotRestricted);
        public bool IsConditionallyDischarged => category is LegalCategory.Cd or LegalCategory.CdDol;
        /// <summary>Detained in hospital under restrictions.</summary>
        public bool IsDetained => category.IsRestricted && !category.IsConditionallyDischarged;
        /// <summary>Came from prison and can be sent back there under s50, s51 or s53.</summary>
        public bool IsTransferred => category is LegalCategory.S47_49 or LegalCategory.S48_49 or LegalCategory.S45A;
    }
}
