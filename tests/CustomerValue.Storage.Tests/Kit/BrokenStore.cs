using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage.Testing;
using NodaTime;

namespace CustomerValue.Tests.Kit;

/// <summary>A store that gets one thing wrong, in front of one that gets all right.</summary>
internal sealed class BrokenStore(MemoryStore store, Mistake mistake) : StoreInFront(store)
{
    /// <summary>The one that gets all right.</summary>
    public MemoryStore Whole => store;

    protected override ILoyaltySession Before(ILoyaltySession session) => new Session(this, session, mistake);

    private sealed class Session(BrokenStore broken, ILoyaltySession session, Mistake mistake) : SessionInFront(broken, session)
    {
        public override object? Version => mistake is Mistake.VersionStays ? "always" : base.Version;

        public override long LastMember => base.LastMember - (mistake is Mistake.LastMemberIsMissing && base.LastMember > 1 ? 1 : 0);

        public override StoredMember? Member(CustomerId id) => mistake is Mistake.IdsInLowerCase ? base.Member(id) ?? Alike(id, text => text.ToLowerInvariant())
            : mistake is Mistake.IdsThatLookAlike ? base.Member(id) ?? Alike(id, text => text.Replace('ａ', 'a').Replace('\u212B', '\u00C5'))
            : mistake is Mistake.IdsTrimmed ? base.Member(id) ?? Alike(id, text => text.TrimEnd())
            : base.Member(id);

        public override StoredMember? Member(long number) => mistake is Mistake.SequenceIsBehind && base.Member(number) is { Sequence: > 1 } member ? member with { Sequence = member.Sequence - 1 } : base.Member(number);

        public override IReadOnlyList<CustomerId> Ids() => mistake is Mistake.IdsSorted ? [.. base.Ids().OrderBy(id => id.Value, StringComparer.Ordinal)] : base.Ids();

        public override IReadOnlyList<StoredEntry> Entries(long member, long after) => mistake switch
        {
            Mistake.EntriesFromTheBeginning => base.Entries(member, 0),
            Mistake.EntriesBackwards => [.. base.Entries(member, after).Reverse()],
            Mistake.EntriesCut => [.. base.Entries(member, after).Take(3)],
            _ => base.Entries(member, after),
        };

        public override StoredAnswer? Answer(string key) => base.Answer(key) is not { } answer ? null : mistake switch
        {
            Mistake.AnswersAreForgotten => null,
            Mistake.RefusalsAreForgotten => answer.Rejection is null ? answer : null,
            Mistake.RefusalsInOneLanguage => answer.Rejection is { } rejection ? answer with { Rejection = rejection with { Message = new(rejection.Message.English, rejection.Message.English) } } : answer,
            Mistake.PayloadIsForgotten => answer with { Payload = default },
            Mistake.AnswersOfOneMember => answer with { Entries = [.. answer.Entries.Where(entry => entry.Member == answer.Entries[0].Member)] },
            _ => answer,
        };

        public override bool Has(StoredSource source) => mistake switch
        {
            Mistake.SourcesAreNeverThere => false,
            Mistake.SourcesWithoutRules => base.Has(source with { Rule = null }) || base.Has(source),
            _ => base.Has(source),
        };

        public override long Used(CounterKey counter) => mistake switch
        {
            Mistake.CountersStayAtZero => 0,
            Mistake.CountersWithoutPeriods => base.Used(counter with { Period = 0 }),
            Mistake.CountersWithoutReferrers => base.Used(counter with { OfReferrer = false }),
            _ => base.Used(counter),
        };

        public override byte[]? Profile(long member) => mistake is Mistake.ProfilesAreForgotten ? null : base.Profile(member);

        public override IReadOnlyList<StoredLot> Lots(long member) => mistake switch
        {
            Mistake.LotsInMilliseconds => [.. base.Lots(member).Select(lot => lot with { EarnedAt = Instant.FromUnixTimeMilliseconds(lot.EarnedAt.ToUnixTimeMilliseconds()), ExpiresAt = lot.ExpiresAt?.Minus(Duration.FromMilliseconds(1)) })],
            Mistake.LotsWithoutTheSpent => [.. base.Lots(member).Where(lot => lot.Remaining > 0)],
            _ => base.Lots(member),
        };

        public override StoredStanding? Standing(long member) => mistake is Mistake.StandingsAreForgotten ? null : base.Standing(member);

        public override IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count) => mistake switch
        {
            Mistake.ExpiringWithoutTheLast => base.Expiring(after, until - Duration.FromTicks(1), count),
            Mistake.ExpiringInAnyOrder => [.. base.Expiring(after, until, int.MaxValue).Reverse().Take(count)],
            _ => base.Expiring(after, until, count),
        };

        public override IReadOnlyList<long> Due(Instant until, int count) => base.Due(mistake is Mistake.DueWithoutTheLast ? until - Duration.FromTicks(1) : until, count);

        public override LedgerFault? Check(long member) => mistake is Mistake.ChecksComplain ? new(member, 1, "for nothing") : base.Check(member);

        public override void Write(LedgerChanges changes)
        {
            switch (mistake)
            {
                case Mistake.KeysAreOverlooked:
                    base.Write(KitChanges.Of(changes, answers: [.. changes.Answers.Where(answer => Latest().Answer(answer.Key) is null)]));
                    return;
                case Mistake.SourcesAreOverlooked:
                    base.Write(KitChanges.Of(changes, sources: [.. changes.Sources.Where(source => !Latest().Has(source))]));
                    return;
                case Mistake.SourcesAreDropped:
                    base.Write(KitChanges.Of(changes, sources: []));
                    return;
                case Mistake.CountersAreNotChecked:
                    base.Write(KitChanges.Of(changes, counters: [.. changes.Counters.Select(step => step with { Before = Latest().Used(step.Counter) })]));
                    return;
                case Mistake.MembersAreNotChecked:
                    base.Write(KitChanges.Of(changes, members: [.. changes.Members.Select(step => step with { Before = Latest().Member(step.Number)!.Sequence })]));
                    return;
                case Mistake.TiersAreNotChecked:
                    base.Write(KitChanges.Of(changes, standings: [.. changes.Standings.Select(step => step with { Before = Latest().Standing(step.After.Member)?.Level })]));
                    return;
                case Mistake.PersonsAreNotForgotten:
                    base.Write(KitChanges.Of(changes, forgotten: []));
                    return;
                case Mistake.ProfilesAreDropped:
                    base.Write(KitChanges.Of(changes, profiles: []));
                    return;
                case Mistake.MessagesAreDropped:
                    base.Write(KitChanges.Of(changes, messages: []));
                    return;
                case Mistake.LotsAreToldOfAgain:
                    base.Write(KitChanges.Of(changes, announced: []));
                    return;
                case Mistake.LotsStayAsTheyWere:
                    base.Write(KitChanges.Of(changes, lots: [.. changes.Lots.Where(lot => Latest().Lots(lot.Member).All(old => old.Number != lot.Number))]));
                    return;
                case Mistake.TwoTransactions:
                    Elsewhere(KitChanges.Of(answers: changes.Answers, sources: changes.Sources));
                    base.Write(KitChanges.Of(changes, answers: [], sources: []));
                    return;
                case Mistake.WrittenAtOnce:
                    Elsewhere(changes);
                    return;
                default:
                    base.Write(changes);
                    return;
            }
        }

        public override void Commit()
        {
            if (mistake is Mistake.CommitsAreForgotten)
                return;
            if (mistake is not Mistake.ConflictsAreSwallowed)
            {
                base.Commit();
                return;
            }

            try
            {
                base.Commit();
            }
            catch (StoreConflictException)
            {
            }
        }

        private StoredMember? Alike(CustomerId id, Func<string, string> fold) => base.Ids().Where(other => fold(other.Value) == fold(id.Value)).Select(base.Member).FirstOrDefault();

        /// <summary>The store as it is at this moment, which is what a statement without a check would write to.</summary>
        private ILoyaltySession Latest() => broken.Whole.Read();

        private void Elsewhere(LedgerChanges changes)
        {
            using ILoyaltySession other = broken.Whole.Write(0);
            other.Write(changes);
            other.Commit();
        }
    }
}
