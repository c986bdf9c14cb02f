using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T4: every order in which two clients' three commands each can come, on one lot or two, with the end of a lot's life before, at and after any of them.</summary>
public sealed class InterleavingTests
{
    private static readonly long Start = 20_000 * NaiveLedger.Day;
    private static readonly string[] Scripts = ["spend cancel hold", "hold capture spend", "hold void spend", "earn spend spend", "refund spend cancel"];

    [Fact]
    public void Any_order_of_two_clients_commands_around_an_expiry_gives_what_the_list_of_commands_gives()
    {
        int tried = 0;
        foreach (string one in Scripts)
        {
            foreach (string other in Scripts)
            {
                for (int order = 0; order < 64; order++)
                {
                    if (Enumerable.Range(0, 6).Sum(bit => (order >> bit) & 1) != 3)
                        continue;
                    for (int jump = 0; jump < 7; jump += 2)
                    {
                        foreach (int side in (int[])[-1, 0, 1])
                        {
                            Try(one.Split(' '), other.Split(' '), order, jump, side, lots: 1 + (tried % 2), variant: tried % 4);
                            tried++;
                        }
                    }
                }
            }
        }

        Assert.Equal(25 * 20 * 4 * 3, tried);
    }

    private static void Try(string[] one, string[] other, int order, int jump, int side, int lots, int variant)
    {
        (CustomerValue.Loyalty.Programs.ProgramPolicies policies, int pending, CustomerValue.Loyalty.Rules.CompiledProgram program) = Histories.Variants[variant];
        LoyaltyLedger ledger = new(new ProgramVersions(program));
        NaiveLedger naive = new(policies, pending);
        // The first lot ends six days after its earn's day began.
        long end = Start + (6 * NaiveLedger.Day);
        Give(new OrderPaid { Key = "o", Member = new("a"), OccurredAt = Histories.Global(Start), Order = new() { Id = "o", Lines = [Scenarios.Club.Line("0", 90), Scenarios.Club.Line("1", 30, "coffee")] } });
        if (lots == 2)
            Give(new PointsEarned { Key = "e", Member = new("a"), OccurredAt = Histories.Global(Start + (3 * NaiveLedger.Day)), Points = 20 });
        int[] next = [0, 0];
        for (int step = 0; step < 6; step++)
        {
            long at = step < jump ? end - 100_000_000_000 + step : end + side + step - jump;
            int client = (order >> step) & 1;
            string what = (client == 0 ? one : other)[next[client]++];
            Give(Command(what, client, next[client], Histories.Global(at)));
        }

        foreach (long at in (long[])[end - 1, end, end + 1, end + 7, end + (20 * NaiveLedger.Day)])
        {
            PointsBalance balance = ledger.Balance(new("a"), Histories.Global(at));
            Assert.Equal(naive.Balance("a", at), new NaiveBalance(balance.Available, balance.Pending, balance.Held, balance.Debt, balance.Redeemed, balance.Expired, balance.Reversed, balance.WrittenOff));
        }

        Assert.Null(ledger.Verify());
        void Give(LoyaltyEvent happened) => Assert.Equal(naive.Handle(happened), ledger.Handle(happened).Rejection?.Error);
    }

    private static LoyaltyEvent Command(string what, int client, int number, Instant at)
    {
        string key = $"{client}-{number}";
        return what switch
        {
            "spend" => new PointsRedeemed { Key = key, Member = new("a"), OccurredAt = at, Points = 30, Source = "o" },
            "cancel" => new RedemptionCancelled { Key = key, Member = new("a"), OccurredAt = at, Source = "o", Points = 20 },
            "hold" => new PointsHeld { Key = key, Member = new("a"), OccurredAt = at, Points = 25, Hold = "h" + client, Minutes = 240 },
            "capture" => new HoldCaptured { Key = key, Member = new("a"), OccurredAt = at, Hold = "h" + client, Points = 10 },
            "void" => new HoldVoided { Key = key, Member = new("a"), OccurredAt = at, Hold = "h" + client },
            "earn" => new PointsEarned { Key = key, Member = new("a"), OccurredAt = at, Points = 15 },
            _ => new OrderRefunded { Key = key, Member = new("a"), OccurredAt = at, OrderId = "o", Share = .5m },
        };
    }
}
