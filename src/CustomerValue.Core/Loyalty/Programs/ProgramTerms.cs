using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs.Terms;

namespace CustomerValue.Loyalty.Programs;

/// <summary>The terms and conditions of a programme, made from the programme itself, so that what people read and what runs can't part.</summary>
public static class ProgramTerms
{
    /// <summary>The terms as Markdown: what points there are and how long they last, tiers, every rule with its conditions and limits, rewards, and what happens on refunds and late events.</summary>
    /// <param name="program">The programme; one that can be loaded.</param>
    /// <param name="language">The language.</param>
    public static string Of(LoyaltyProgram program, DisplayLanguage language)
    {
        if (program is null)
            throw new ArgumentNullException(nameof(program));
        TermsText text = new(language);
        LocalizedText days = RangeTerms.Of(program.Effective);
        text.Title(new($"Terms of the programme {program.Id}, version {program.Version}", $"{program.Id} 计划条款，版本 {program.Version}"));
        text.Paragraph(new(
            $"In force {days.English}. All days and times are those of {program.TimeZone}.",
            $"有效期：{days.Chinese}。所有日期与时间均以 {program.TimeZone} 为准。"));
        FrameTerms.Wallets(text, program);
        FrameTerms.Tiers(text, program);
        RuleTerms.Write(text, program);
        FrameTerms.Rewards(text, program);
        PolicyTerms.Write(text, program);
        return text.ToString();
    }
}
