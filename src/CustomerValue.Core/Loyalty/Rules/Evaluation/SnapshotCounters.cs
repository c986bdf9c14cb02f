using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>What a member who is written down has used: the same in whichever period is asked for, for he is written down for one event.</summary>
internal sealed class SnapshotCounters(CompiledProgram program, MemberSnapshot member) : ICounterView
{
    public long Used(in CounterKey key)
    {
        string id = key.Id;
        // A snapshot has the budgets with the member who stands in front, not with the one who referred.
        if ((key.OfReferrer ? member.Referrer : member) is not { } of)
            return 0;
        if (key.CountsTimes)
            return of.Times.TryGetValue(id.Substring(0, id.Length - CounterKey.Times.Length), out int times) ? times : 0;
        if (!(key.IsShared ? of.Budgets : of.Used).TryGetValue(id, out decimal points))
            return 0;
        Cap cap = SnapshotCheck.Caps(program, !key.IsShared).First(each => each.Id == id);
        return (long)(points * program.UnitsPerPoint(program.WalletOf(cap.Wallet)));
    }
}
