using System.Globalization;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Gives rewards of the catalogue, for points or because a rule says so, and takes them back.</summary>
internal static class RewardDesk
{
    /// <summary>What stands before the key of the event in the source of the redemption that pays for a reward.</summary>
    private const string Prefix = "reward:";

    public static Rejection? Redeem(LedgerTransaction tx, MemberBook book, RewardRedeemed redeemed, RuleDesk desk)
    {
        if (tx.Setup.Programs.At(tx.OccurredAt) is not { } program)
            return Rewarding.NotInForce(tx);
        if (redeemed.Quantity is < 1 or > 1000)
            return Rejections.Invalid("quantity", redeemed.Quantity.ToString(CultureInfo.InvariantCulture), "1 to 1000", "1 到 1000");
        if (Find(program, redeemed.Reward) is not { } reward)
            return Rejections.Of(LedgerError.UnknownReward, $"There is no reward '{redeemed.Reward}' in the programme.", $"计划中没有奖励“{redeemed.Reward}”。");
        IMemberFacts member = desk.FactsOf(tx, book, program);
        if (Price(program, reward, member.TierRank) is not { } price || !reward.Offered.Contains(program.Calendar.DateOf(tx.OccurredAt)))
            return Rejections.Of(LedgerError.RewardNotOffered, $"Reward '{reward.Id}' is not to be had for points on this day.", $"奖励“{reward.Id}”当日不可用积分兑换。");
        if (Uses(tx, book, program, reward, redeemed.Quantity, member, desk, out List<CounterUse> uses) is { } limited)
            return limited;
        int wallet = tx.Setup.FindWallet(reward.Wallet);
        if ((wallet < 0 ? UnknownWallet(reward) : CashbackWallet(tx, reward, out _)) is { } missing)
            return missing;
        string source = Prefix + redeemed.Key;
        if (Spending.Redeem(tx, book, wallet, price * redeemed.Quantity, source) is { } insufficient)
            return insufficient;
        return Issue(tx, book, program, reward, redeemed.Quantity, source, uses);
    }

    /// <summary>Gives what a rule gives. Where there are no more of it, or the member has had his, he gets nothing.</summary>
    public static void Give(LedgerTransaction tx, MemberBook book, CompiledProgram program, in Award award, in RuleFacts facts, RuleDesk desk)
    {
        LoyaltyRule rule = program.Rules[award.Rule];
        if (Find(program, ((IssueCouponEffect)rule.Then[award.Effect]).Reward) is not { } reward
            || Uses(tx, book, program, reward, 1, facts.Member, desk, out List<CounterUse> uses) is not null || CashbackWallet(tx, reward, out _) is not null)
            return;
        uses.AddRange(program.UsesOf(award, facts));
        Issue(tx, book, program, reward, 1, $"{Prefix}{facts.Event.Key}/{rule.Id}/{award.Effect.ToString(CultureInfo.InvariantCulture)}", uses);
    }

    /// <summary>Why a reward can't be given back, or null.</summary>
    public static Rejection? MayCancel(LedgerTransaction tx, MemberBook book, JournalEntry given)
    {
        foreach (string code in ((RewardDetail)given.Detail!).Codes)
        {
            if (book.State.Coupons.At(code, book.Effective) is { State: CouponState.Redeemed or CouponState.Reserved } coupon)
                return CouponDesk.NotValid(code, coupon);
        }

        return null;
    }

    /// <summary>Takes a reward back: its coupons end, its cashback is reversed, and there is one more of it.</summary>
    public static Rejection? Cancel(LedgerTransaction tx, MemberBook book, JournalEntry given)
    {
        RewardDetail detail = (RewardDetail)given.Detail!;
        if (detail.Lot > 0)
        {
            Lot lot = book.State.Lot(detail.Lot);
            WalletState wallet = tx.Wallet(book, lot.Wallet);
            tx.Settle(book, wallet);
            if (Reversing.Reverse(tx, book, wallet, lot, lot.Granted - lot.Reversed, []) is { } refused)
                return refused;
        }

        tx.Post(book, EntryKind.Reward, detail: new RewardCancelledDetail(detail.Source), uses: [.. given.Uses.Select(use => use with { Amount = -use.Amount })]);
        return null;
    }

    private static Rejection? Issue(LedgerTransaction tx, MemberBook book, CompiledProgram program, Reward reward, int quantity, string source, List<CounterUse> uses)
    {
        int lot = 0;
        string? wallet = null;
        Instant? validUntil = null;
        string[] codes = [];
        if (reward.Kind == RewardKind.Cashback)
        {
            CashbackWallet(tx, reward, out int at);
            wallet = tx.Setup.Wallets[at].Id;
            if (Units.Of(reward.Value!.Value.Amount * quantity, tx.Setup.Wallets[at], out long units) is { } invalid)
                return invalid;
            EarnOrigin origin = new() { ProgramHash = program.Hash, Rule = Prefix + reward.Id, Source = source, Exact = Fraction.Of(units, 1) };
            lot = Granting.Grant(tx, book, tx.Wallet(book, at), units, null, reward.Validity == ExpiryTerms.Never ? null : reward.Validity, origin).Lots[0].Number;
        }
        else if (reward.Kind == RewardKind.Coupon)
        {
            validUntil = program.Calendar.ExpiresAt(reward.Validity, tx.OccurredAt, book.State.Joined);
            codes = new string[quantity];
            for (int at = 0; at < quantity; at++)
                codes[at] = CouponCode.Of(tx.Bytes, program.Program.Id, book.State.Number, source, at);
        }

        tx.Post(book, EntryKind.Reward, detail: new RewardDetail(reward.Id, reward.Kind, quantity, source, codes, validUntil, wallet, lot), uses: uses);
        return null;
    }

    private static Rejection? Uses(LedgerTransaction tx, MemberBook book, CompiledProgram program, Reward reward, int quantity, IMemberFacts member, RuleDesk desk, out List<CounterUse> uses)
    {
        uses = [];
        if (reward.Limit is { } limit)
        {
            LocalDate? start = program.Calendar.StartOfPeriod(limit.Period, program.Calendar.DateOf(tx.OccurredAt), member.Joined, member.Profile.Birthday);
            CounterKey times = new(Prefix + reward.Id + CounterKey.Times, start is { } day ? Period.DaysBetween(new LocalDate(1970, 1, 1), day) : 0, IsShared: false);
            if (desk.Used(times, book.State) + quantity > limit.Times)
                return Rejections.Of(LedgerError.LimitReached, $"A member may have reward '{reward.Id}' {limit.Times} times in this period.", $"每位会员在该周期内最多可得奖励“{reward.Id}” {limit.Times} 次。");
            uses.Add(new(times, quantity, Released: true));
        }

        if (reward.Stock is { } stock)
        {
            CounterKey given = new(Prefix + reward.Id, 0, IsShared: true);
            long left = stock - desk.Used(given, book.State);
            if (left < quantity)
                return Rejections.Of(LedgerError.OutOfStock, $"{quantity} of reward '{reward.Id}' are asked for and {left} are left.", $"需要 {quantity} 份奖励“{reward.Id}”，仅剩 {left} 份。");
            uses.Add(new(given, quantity, Released: true));
        }

        return null;
    }

    private static Reward? Find(CompiledProgram program, string id) => program.Program.Rewards.FirstOrDefault(reward => reward.Id == id);

    private static decimal? Price(CompiledProgram program, Reward reward, int rank) =>
        rank >= 0 && reward.PriceByTier.TryGetValue(program.Program.Tiers!.Levels[rank].Id, out decimal price) ? price : reward.Price;

    /// <summary>Cashback goes to the one wallet that holds money of its currency.</summary>
    private static Rejection? CashbackWallet(LedgerTransaction tx, Reward reward, out int at)
    {
        at = -1;
        if (reward.Kind != RewardKind.Cashback)
            return null;
        int found = 0;
        for (int wallet = 0; wallet < tx.Setup.Wallets.Count; wallet++)
        {
            if (reward.Value is { } value && tx.Setup.Wallets[wallet].Currency == value.Currency)
                (at, found) = (wallet, found + 1);
        }

        return found == 1 ? null : Rejections.Of(
            LedgerError.RewardNotOffered, $"Cashback '{reward.Id}' needs a value and exactly one wallet that holds money of its currency.", $"返现“{reward.Id}”须有金额，且计划中恰有一个该币种的钱包。");
    }

    private static Rejection UnknownWallet(Reward reward) => Rejections.Of(LedgerError.UnknownWallet, $"Reward '{reward.Id}' does not say which wallet pays for it.", $"奖励“{reward.Id}”未指明支付的钱包。");
}
