using System.CommandLine;
using CustomerValue.Tool.Arguments;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty: a programme checked, replayed, explained, and compared with another one.</summary>
internal static class LoyaltyCommand
{
    public static Command Command { get; } = new ExampleCommand("loyalty", "Points: check a programme, replay events under it, explain one event, compare two programmes; keep, check and export a ledger.", """
        customer-value loyalty check --program club.json
        customer-value loyalty replay --program club.json --events events.jsonl --json
        customer-value loyalty explain --program club.json --event order.json --member member.json --lang zh-CN
        customer-value loyalty compare --program club.json --program richer.json --events events.jsonl
        customer-value loyalty verify --program club.json --store sqlite:club.db
        """)
    {
        LoyaltyCheckCommand.Command,
        LoyaltyReplayCommand.Command,
        LoyaltyExplainCommand.Command,
        LoyaltyCompareCommand.Command,
        LoyaltyMigrateCommand.Command,
        LoyaltyVerifyCommand.Command,
        LoyaltyExportCommand.Command,
    };
}
