using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;
using CustomerValue.LifetimeValue.MbgCnbdK;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

/// <summary>Values computed with 40 digits from the sums and integrals that define them: relative error at most 1e-11.</summary>
public class ExactValuesTests
{
    /// <summary>Parameters, whether customers may leave at first, the history, the horizon; ln L and P(alive), and of a customer who is alive: E N(t), survival, P(N = 2), DERT at 10 % a year.</summary>
    private static readonly (double[] P, bool LeavesAtFirst, PurchaseSummary History, double T, double[] Exact)[] Cases =
    [
        ([0.57989616, 2.2881488, 1.1344527, 1.5849742, 2], true, new(0, 0, 39), 39, [-0.53493867305429347, 0.287754165886012558, 0.393541044557274499, 0.886003123576576792, 0.0501753630458310623, 2.07506222872778712]),
        ([0.57989616, 2.2881488, 1.1344527, 1.5849742, 2], true, new(3, 20, 38), 39, [-12.1909575641691583, 0.244612528696561542, 2.82217889397519027, 0.595625034885627789, 0.240132412005182433, 9.48779903364064104]),
        ([0.57989616, 2.2881488, 1.1344527, 1.5849742, 2], true, new(12, 37, 38), 0.001, [-30.0400178814490452, 0.912241015679284198, 0.000240627105085583867, 0.999982634222630741, 1.67979845494258696e-11, 26.7265232382129741]),
        ([0.22, 0.83, 1.03, 2.09, 3], false, new(5, 30, 38), 52, [-17.9199019146508144, 0.623356371558206619, 5.27333420114214216, 0.487096991537417615, 0.102877055145363187, 14.6067831934681734]),
        ([1.5, 0.4, 0.3, 6, 12], true, new(8, 35, 39), 26, [-21.5600595807552633, 0.964219598893241548, 5.81402640754119285, 0.901318414327996396, 0.0180493993986893847, 72.7580900298013342]),
        ([1.5, 0.4, 0.3, 6, 40], true, new(8, 35, 39), 26, [-22.1168149177047787, 0.970277307525602754, 5.90382550766992319, 0.899841070173745165, 0.01804402742692213, 73.0051816152242758]),
        ([30, 20, 0.02, 5, 4], true, new(60, 70, 400), 52, [-89.0489400623411275, 1.23796360937231634e-171, 8.81060340221015465, 0.997481224189250915, 0.000298696662800068012, 88.0443779701799303]),
        ([0.01, 300, 5, 0.02, 7], false, new(0, 0, 0), 400, [0.0, 1.0, 0.0000586492884064053414, 0.999941584786930537, 2.47955033632934206e-9, 0.000374526431477593795]),
        ([0.5, 1e-3, 1, 1, 3], false, new(0, 0, 0), 1, [0.0, 1.0, 4.51972271522706665, 0.107243693027467783, 0.159036755462822976, 10.15825660080262]),
        ([2, 0.5, 0.9, 0.7, 6], true, new(2, 1, 20), 1e-5, [-4.65080599565119019, 3.08924516894715626e-12, 6.65072209116498835e-6, 0.999998698771764772, 1.82350483096281108e-39, 11.9977731020117633]),
        ([1e-4, 5, 0.5, 0.02, 5], false, new(0, 0, 0), 300, [0, 1.0, 0.000225328903020273561, 0.999795810064621725, 2.69959642343350138e-6, 0.000245814683440567581]),
    ];

    [Fact]
    public void Single_customers()
    {
        List<string> wrong = [];
        foreach ((double[] p, bool leavesAtFirst, PurchaseSummary history, double t, double[] exact) in Cases)
        {
            PurchaseModel model = leavesAtFirst ? new MbgCnbdKModel(p[0], p[1], p[2], p[3], (int)p[4], TimeUnit.Week) : new BgCnbdKModel(p[0], p[1], p[2], p[3], (int)p[4], TimeUnit.Week);
            RegularCustomer alive = new ErlangBetaGeometricParameters(p[0], p[1], p[2], p[3], (int)p[4], leavesAtFirst).Alive(history.Frequency, history.Recency, history.Age);
            double rate = Math.Log(1.1) / (365.25 / 7);
            double[] actual = [model.LogLikelihood(history), model.ProbabilityAlive(history), alive.ExpectedPurchases(t), alive.Survival(t), alive.ProbabilityOfPurchases(2, t), alive.DiscountedForever(rate)];
            for (int i = 0; i < actual.Length; i++)
            {
                if (!(Math.Abs(actual[i] - exact[i]) <= 1e-11 * Math.Abs(exact[i])))
                    wrong.Add($"{string.Join(' ', p)}, {history.Frequency}, number {i}: {actual[i]:R} for {exact[i]:R}, relative {(actual[i] - exact[i]) / exact[i]:E2}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }
}
