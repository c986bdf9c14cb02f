using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>What the page says of stages.</summary>
internal static class LifecycleTexts
{
    public static readonly LocalizedText Heading = new("Where customers stand", "客户生命周期");
    public static readonly LocalizedText Funnel = new("Customers in each stage", "各阶段客户数");
    public static readonly LocalizedText FunnelTakeaway = new("{0} of customers are being kept, {1} are slipping away, {2} are lost.", "{0} 的客户处于维护阶段，{1} 处于流失边缘，{2} 已流失。");
    public static readonly LocalizedText LargestTakeaway = new("The largest stage is {0}, with {1} of customers.", "人数最多的阶段是{0}，占 {1}。");
    public static readonly LocalizedText AllTakeaway = new("From {0} to {1}, customers went from {2} to {3}.", "从 {0} 到 {1}，客户由 {2} 位变为 {3} 位。");
    public static readonly LocalizedText FunnelHow = new("each bar counts the customers of a stage; the colour says the phase it belongs to.", "每根横条为该阶段的客户数，颜色表示所属阶段组。");
    public static readonly LocalizedText Outside = new("Outside the phases", "不属任何阶段组");
    public static readonly LocalizedText Sizes = new("Stages over time", "各阶段规模变化");
    public static readonly LocalizedText SizesTakeaway = new("From {0} to {1}, customers being kept went from {2} to {3}, and those slipping away or lost from {4} to {5}.", "从 {0} 到 {1}，维护中的客户由 {2} 变为 {3}，濒临流失或已流失的由 {4} 变为 {5}。");
    public static readonly LocalizedText SizesHow = new("every layer is a stage, in the order of the bars beside it; its height is the number of customers in it on that day.", "每一层是一个阶段，顺序与旁边的横条相同；高度为当日该阶段的客户数。");
    public static readonly LocalizedText SizesTip = new("{0}: {1} customers on {2}", "{0}：{2} 有 {1} 位客户");
    public static readonly LocalizedText Moves = new("How customers move in a month", "客户每月的阶段转移");
    public static readonly LocalizedText MovesTakeaway = new("In a month {0} of customers change their stage.", "每月有 {0} 的客户改变阶段。");
    public static readonly LocalizedText MovesFrom = new("From", "原阶段");
    public static readonly LocalizedText MovesTip = new("{0} → {1}: {2} of {3} customer-months", "{0} → {1}：{3} 客户月中的 {2}");
    public static readonly LocalizedText MovesHow = new("A row is where customers were, a column where they were a month later, all months together; blue stays, orange moves.", "每行为原阶段，每列为一个月后的阶段，合并所有月份；蓝色为停留，橙色为转移。");
    public static readonly LocalizedText Alerts = new("What changed in the last month", "最近一个月的变化");
    public static readonly LocalizedText AlertsLead = new("{0} customers whose stage changed in a way that somebody should know, those worth most first.", "{0} 位客户的阶段发生了需要关注的变化，按价值从高到低排列。");
    public static readonly LocalizedText Change = new("Change", "变化");
    public static readonly LocalizedText Since = new("Since", "起始日");
}
