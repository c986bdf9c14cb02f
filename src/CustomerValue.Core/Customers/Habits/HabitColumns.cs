namespace CustomerValue.Customers.Habits;

/// <summary>Names of the columns that a <see cref="HabitBuilder"/> makes. Shares are in [0, 1]; missing where what they are of is unknown or 0.</summary>
public static class HabitColumns
{
    /// <summary>Orders: distinct order keys, and days on which something was bought without one.</summary>
    public const string Orders = "habits.orders";

    /// <summary>Lines bought.</summary>
    public const string Lines = "habits.lines";

    /// <summary>Mean amount bought per order.</summary>
    public const string BasketValue = "habits.basket_value";

    /// <summary>Mean lines per order.</summary>
    public const string BasketLines = "habits.basket_lines";

    /// <summary>Mean pieces per order; missing where a line's pieces are unknown.</summary>
    public const string BasketPieces = "habits.basket_pieces";

    /// <summary>Discount over the full price, discount/(amount + discount), of the lines whose discount is known.</summary>
    public const string DiscountShare = "habits.discount_share";

    /// <summary>Amount returned over amount bought, ≥ 0; above 1 where purchases of earlier days came back.</summary>
    public const string ReturnRate = "habits.return_rate";

    /// <summary>Lines returned over lines bought, ≥ 0.</summary>
    public const string ReturnLines = "habits.return_lines";

    /// <summary>Channels used.</summary>
    public const string Channels = "habits.channels";

    /// <summary>The channel with the largest amount, a text; of equal ones the first by name, ordinally.</summary>
    public const string MainChannel = "habits.main_channel";

    /// <summary>The main channel's share of the amount whose channel is known.</summary>
    public const string MainChannelShare = "habits.main_channel_share";

    /// <summary>Before the name of a channel: its share of the amount whose channel is known, for the twelve with the largest amounts of all customers.</summary>
    public const string ChannelShare = "habits.channel_share.";

    /// <summary>Distinct categories, all levels told apart.</summary>
    public const string Categories = "habits.categories";

    /// <summary>The top-level category with the largest amount, a text; of equal ones the first by name, ordinally.</summary>
    public const string MainCategory = "habits.main_category";

    /// <summary>The main top-level category's share of the amount whose category is known.</summary>
    public const string MainCategoryShare = "habits.main_category_share";

    /// <summary>Before the name of a top-level category: its share of the amount whose category is known, for the twelve with the largest amounts of all customers.</summary>
    public const string CategoryShare = "habits.category_share.";

    /// <summary>Share of the orders on Saturdays and Sundays.</summary>
    public const string WeekendShare = "habits.weekend_share";

    /// <summary>Share of the orders whose time is known before 6:00.</summary>
    public const string NightShare = "habits.night_share";

    /// <summary>Share of the orders whose time is known in [6:00, 11:00).</summary>
    public const string MorningShare = "habits.morning_share";

    /// <summary>Share of the orders whose time is known in [11:00, 14:00).</summary>
    public const string MiddayShare = "habits.midday_share";

    /// <summary>Share of the orders whose time is known in [14:00, 18:00).</summary>
    public const string AfternoonShare = "habits.afternoon_share";

    /// <summary>Share of the orders whose time is known from 18:00 on.</summary>
    public const string EveningShare = "habits.evening_share";

    /// <summary>Shares of channels and of top-level categories that become columns, at most.</summary>
    public const int MostShares = 12;

    /// <summary>The shares of day parts, in the order of the day.</summary>
    internal static readonly string[] DayParts = [NightShare, MorningShare, MiddayShare, AfternoonShare, EveningShare];
}
