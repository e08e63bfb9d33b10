using NUnit.Framework;
using Pipelines.Agent.State;
using Shouldly;

namespace Pipelines.Tests.Agent;

public sealed class AppendLogTests
{
    private string _path = "";

    [SetUp]
    public void SetUp() => _path = Path.Combine(Directory.CreateTempSubdirectory("log-").FullName, "journal.jsonl");

    [TearDown]
    public void TearDown() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Test]
    public void A_line_is_added_only_by_a_writer_who_saw_all_others()
    {
        var log = new AppendLog(_path);
        log.Append("""{"a":1}""", expectedLength: 0);

        var refusal = Should.Throw<RefusedException>(() => log.Append("""{"a":2}""", expectedLength: 0));

        refusal.Status.ShouldBe(409);
        refusal.Length.ShouldBe(1);
        File.ReadAllText(_path).ShouldBe("{\"a\":1}\n");
    }

    [Test]
    public void A_line_torn_by_a_crash_is_dropped_and_the_next_one_takes_its_place()
    {
        File.WriteAllText(_path, "{\"a\":1}\n{\"a\":2}\n{\"a\":");

        var log = new AppendLog(_path);
        log.Append("""{"a":3}""", expectedLength: 2).ShouldBe(3);

        File.ReadAllLines(_path).ShouldBe(["""{"a":1}""", """{"a":2}""", """{"a":3}"""]);
    }

    [Test]
    public void Lines_are_read_from_any_number_on()
    {
        var log = new AppendLog(_path);
        foreach (var line in new[] { "ä", "b", "c" })
        {
            log.Append(line, expectedLength: null);
        }

        var (lines, length) = new AppendLog(_path).Read(1);

        System.Text.Encoding.UTF8.GetString(lines).ShouldBe("b\nc\n");
        length.ShouldBe(3);
    }

    [TestCase("two\nlines")]
    [TestCase("")]
    public void What_is_not_one_line_is_refused(string line) =>
        Should.Throw<RefusedException>(() => new AppendLog(_path).Append(line, expectedLength: 0)).Status.ShouldBe(400);
}
