using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Rebates;

namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>Rebates: rates that are parts, growth that rises, a period that ends, a wallet that holds money.</summary>
internal static class RebateCheck
{
    public static void Run(CheckScope scope)
    {
        IReadOnlyList<RebateScheme> rebates = scope.Program.Rebates;
        scope.Ids([.. rebates.Select(rebate => rebate.Id)], "$.rebates");
        for (int at = 0; at < rebates.Count; at++)
            Rebate(scope, rebates[at], $"$.rebates[{at}]");
    }

    private static void Rebate(CheckScope scope, RebateScheme rebate, string path)
    {
        scope.Wallet(rebate.Wallet, path + ".wallet");
        if (scope.Program.Wallets.FirstOrDefault(each => rebate.Wallet is null || each.Id == rebate.Wallet) is { Currency: null } wallet)
            scope.Error(ProgramFindingCode.UnknownWallet, path + ".wallet", $"wallet {wallet.Id} holds no money; give it a currency, or name another one.", $"钱包 {wallet.Id} 不是资金钱包；请设置币种，或指定其他钱包。");
        if (rebate.Period is CivilPeriod.Ever or CivilPeriod.BirthdayYear)
            scope.Error(ProgramFindingCode.InvalidPeriod, path + ".period", "a rebate needs a period that ends for a business, such as calendarQuarter.", "返利须有会结束的期间，如 calendarQuarter。");
        scope.Period(rebate.Pending, path + ".pending");
        scope.Number(rebate.Rate, path + ".rate", mustBePositive: false, largest: 1);
        decimal before = -1;
        for (int at = 0; at < rebate.Levels.Count; at++)
        {
            RebateLevel level = rebate.Levels[at];
            scope.Number(level.Rate, $"{path}.levels[{at}].rate", mustBePositive: false, largest: 1);
            if (level.GrowthFrom < -1 || level.GrowthFrom > 1000 || (at > 0 && level.GrowthFrom <= before))
                scope.Error(ProgramFindingCode.OutOfRange, $"{path}.levels[{at}].growthFrom", $"{CheckScope.Text(level.GrowthFrom)} has to be in [-1, 1000] and above that of the level before.", $"{CheckScope.Text(level.GrowthFrom)} 须在 [-1, 1000] 内且高于前一级。");
            before = level.GrowthFrom;
        }
    }
}
