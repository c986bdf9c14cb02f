using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>What a journal came to as bytes: read again it is what folding the journal gives. In one way only, so that a check can compare.</summary>
internal static class StateBytes
{
    /// <summary>Raised with whatever changes in the bytes or in what entries come to.</summary>
    private const int Form = 1;

    public static void Write(LedgerSetup setup, MemberState state, ByteWriter bytes)
    {
        Head(setup, bytes.Clear());
        bytes.Number(state.Number).Number(state.Sequence).Hash(state.Hash).Moment(state.LastRecorded).Moment(state.LastLearned).Moment(state.LastEffective).Moment(state.LastCounted)
            .Day(state.Joined).Day(state.OwnJoined).Number(state.MergedInto).Mark(state.IsErased).Number(state.Referrer).Number(state.OwnReferrer);
        bytes.Number(state.Lots.Count);
        foreach (Lot lot in state.Lots)
            lot.Write(bytes);
        bytes.Number(state.Holds.Count);
        foreach (HoldState hold in state.Holds.Values.OrderBy(each => each.Name, StringComparer.Ordinal))
            hold.Write(bytes);
        bytes.Number(state.Wallets.Length);
        foreach (WalletState? wallet in state.Wallets)
        {
            bytes.Mark(wallet is not null);
            wallet?.Write(bytes);
        }

        bytes.Number(state.Orders.Count);
        foreach (OrderState order in state.Orders.Values.OrderBy(each => each.Order.Id, StringComparer.Ordinal))
            order.Write(bytes);
        bytes.Number(state.Redemptions.Count);
        foreach (KeyValuePair<(string Source, int Wallet), RedemptionState> redemption in state.Redemptions.OrderBy(each => each.Key.Source, StringComparer.Ordinal).ThenBy(each => each.Key.Wallet))
            redemption.Value.Write(bytes.Text(redemption.Key.Source).Number(redemption.Key.Wallet));
        Facts(state, bytes);
        state.Coupons.Write(bytes);
    }

    /// <summary>The state, or null where the bytes were written for another programme, or in another form.</summary>
    public static MemberState? Read(LedgerSetup setup, ReadOnlySpan<byte> written)
    {
        if (!IsOf(setup, written, out int head))
            return null;
        ByteReader bytes = new(written.Slice(head));
        MemberState state = new(bytes.Number())
        {
            Sequence = bytes.Number(),
            Hash = bytes.Hash(),
            LastRecorded = bytes.Moment(),
            LastLearned = bytes.Moment(),
            LastEffective = bytes.Moment(),
            LastCounted = bytes.Moment(),
            Joined = bytes.Day(),
            OwnJoined = bytes.Day(),
            MergedInto = bytes.Number(),
            IsErased = bytes.Mark(),
            Referrer = bytes.Number(),
            OwnReferrer = bytes.Number(),
        };
        int lots = bytes.Count();
        state.Lots.Capacity = lots;
        for (int at = 0; at < lots; at++)
            state.Lots.Add(Lot.Read(ref bytes));
        for (int left = bytes.Count(); left > 0; left--)
        {
            HoldState hold = HoldState.Read(ref bytes);
            state.Holds[hold.Name] = hold;
        }

        state.Wallets = new WalletState?[bytes.Count()];
        for (int at = 0; at < state.Wallets.Length; at++)
        {
            int wallet = at;
            if (bytes.Mark())
                state.Wallets[at] = WalletState.Read(setup.Wallets[at], state.Lots.Where(lot => lot.Wallet == wallet), state.Holds, ref bytes);
        }

        for (int left = bytes.Count(); left > 0; left--)
        {
            OrderState order = OrderState.Read(ref bytes);
            state.Orders[order.Order.Id] = order;
        }

        state.CountOrders();
        for (int left = bytes.Count(); left > 0; left--)
        {
            (string source, int wallet) = (bytes.Word(), bytes.Small(0, int.MaxValue));
            state.Redemptions[(source, wallet)] = RedemptionState.Read(wallet, ref bytes);
        }

        Facts(state, ref bytes);
        state.Coupons.Read(ref bytes);
        return state;
    }

    /// <summary>Whether the bytes were written for this programme, in this form.</summary>
    public static bool IsOf(LedgerSetup setup, ReadOnlySpan<byte> written) => IsOf(setup, written, out _);

    private static bool IsOf(LedgerSetup setup, ReadOnlySpan<byte> written, out int head)
    {
        ByteWriter bytes = new();
        Head(setup, bytes);
        head = bytes.Written.Length;
        return written.StartsWith(bytes.Written);
    }

    /// <summary>What entries come to hangs on the programme.</summary>
    private static void Head(LedgerSetup setup, ByteWriter bytes)
    {
        bytes.Number(Form).Number(setup.Programs.All.Count);
        foreach (CompiledProgram program in setup.Programs.All)
            bytes.Text(program.Hash);
    }

    private static void Facts(MemberState state, ByteWriter bytes)
    {
        bytes.Number(state.Counters.Count);
        foreach (KeyValuePair<CounterKey, long> counter in state.Counters.OrderBy(each => each.Key.Id, StringComparer.Ordinal).ThenBy(each => each.Key.Period).ThenBy(each => each.Key.OfReferrer))
            bytes.Text(counter.Key.Id).Number(counter.Key.Period).Mark(counter.Key.OfReferrer).Number(counter.Value);
        bytes.Number(state.EventDays.Count);
        foreach (KeyValuePair<string, List<LocalDate>> days in state.EventDays.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            bytes.Text(days.Key).Number(days.Value.Count);
            foreach (LocalDate day in days.Value)
                bytes.Day(day);
        }

        bytes.Number(state.Qualifications.Count);
        foreach (TierQualification qualification in state.Qualifications)
            bytes.Moment(qualification.OccurredAt).Moment(qualification.KnownAt).Decimal(qualification.Amount);
        bytes.Number(state.Assignments.Count);
        foreach (TierAssignment assignment in state.Assignments)
            bytes.Text(assignment.Level).Number((int)assignment.Kind).Time(assignment.From).Time(assignment.Until);
        bytes.Number(state.Merged.Count);
        foreach (KeyValuePair<long, Adopted> adopted in state.Merged.OrderBy(each => each.Key))
            bytes.Number(adopted.Key).Number(adopted.Value.LotsBefore).Day(adopted.Value.Joined).Number(adopted.Value.Referrer);
    }

    private static void Facts(MemberState state, ref ByteReader bytes)
    {
        for (int left = bytes.Count(); left > 0; left--)
            state.Counters[new CounterKey(bytes.Word(), bytes.Small(int.MinValue, int.MaxValue), false, bytes.Mark())] = bytes.Number();
        for (int left = bytes.Count(); left > 0; left--)
        {
            List<LocalDate> days = state.EventDays[bytes.Word()] = [];
            for (int day = bytes.Count(); day > 0; day--)
                days.Add(bytes.Day()!.Value);
        }

        int qualifications = bytes.Count();
        state.Qualifications.Capacity = qualifications;
        for (int at = 0; at < qualifications; at++)
            state.Qualifications.Add(new(bytes.Moment(), bytes.Moment(), bytes.Decimal()));
        for (int left = bytes.Count(); left > 0; left--)
            state.Assignments.Add(new(bytes.Word(), (TierReason)bytes.Small(0, byte.MaxValue), bytes.Time(), bytes.TimeOrNull()));
        for (int left = bytes.Count(); left > 0; left--)
            state.Merged[bytes.Number()] = new(bytes.Small(0, int.MaxValue), bytes.Day(), bytes.Number());
    }
}
