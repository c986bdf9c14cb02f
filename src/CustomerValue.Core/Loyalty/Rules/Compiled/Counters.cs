using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>Names the counters of limits, caps and budgets.</summary>
internal static class Counters
{
    public static CounterKey KeyOf(string id, CivilPeriod period, bool isShared, bool ofReferrer, LoyaltyCalendar calendar, in RuleFacts facts)
    {
        if (period == CivilPeriod.Ever)
            return new CounterKey(id, 0, isShared, ofReferrer);
        IMemberFacts? member = isShared ? null : ofReferrer ? facts.Referral?.Referrer : facts.Member;
        LocalDate? start = calendar.StartOfPeriod(period, facts.Local.Date, member?.Joined, member?.Profile.Birthday);
        return new CounterKey(id, start is { } day ? CivilDays.NumberOf(day) : 0, isShared, ofReferrer);
    }
}
