namespace Pipelines.Tests.Targets.DotNet;

/// <summary>Reports as the test platform 18.11 and NUnit's adapter 6.3 wrote them, without ids and times that nobody reads.</summary>
internal static class TrxTexts
{
    public const string Mixed =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="2388992f-e453-4324-b8c7-22d11810dc2d" name="@vm" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult executionId="3baa68c1" testId="f99dbc05" testName="Skips" duration="00:00:00.0006630" outcome="NotExecuted">
              <Output>
                <StdOut>needs docker, install with apt-get install docker.io</StdOut>
                <ErrorInfo>
                  <Message>needs docker, install with apt-get install docker.io</Message>
                </ErrorInfo>
              </Output>
            </UnitTestResult>
            <UnitTestResult executionId="c1636f1a" testId="34d07fed" testName="Passes" duration="00:00:00.0002990" outcome="Passed">
              <Output>
                <StdOut>hello</StdOut>
              </Output>
            </UnitTestResult>
            <UnitTestResult executionId="d8c892a3" testId="1b311acb" testName="Case(&quot;a \&quot;b\&quot; &lt;c&gt;&quot;)" duration="00:00:00.1042670" outcome="Failed">
              <Output>
                <ErrorInfo>
                  <Message>  Assert.That(x, Is.EqualTo("z"))
          Expected string length 1 but was 9. Strings differ at index 0.
        </Message>
                  <StackTrace>   at Probe.T.Case(String x) in /_/T.cs:line 7
        </StackTrace>
                </ErrorInfo>
              </Output>
            </UnitTestResult>
            <UnitTestResult executionId="84e08024" testId="e76ec0da" testName="One" duration="00:00:00.0358130" outcome="Failed">
              <Output>
                <ErrorInfo>
                  <Message>OneTimeSetUp: SetUp : System.Exception : setup broke</Message>
                </ErrorInfo>
              </Output>
            </UnitTestResult>
          </Results>
          <TestDefinitions>
            <UnitTest name="Passes" id="34d07fed">
              <TestMethod adapterTypeName="executor://nunit3testexecutor/" className="Probe.T" name="Passes" />
            </UnitTest>
            <UnitTest name="One" id="e76ec0da">
              <TestMethod adapterTypeName="executor://nunit3testexecutor/" className="Probe.Broken" name="One" />
            </UnitTest>
            <UnitTest name="Case(&quot;a \&quot;b\&quot; &lt;c&gt;&quot;)" id="1b311acb">
              <TestMethod adapterTypeName="executor://nunit3testexecutor/" className="Probe.T" name="Case(&quot;a \&quot;b\&quot; &lt;c&gt;&quot;)" />
            </UnitTest>
            <UnitTest name="Skips" id="f99dbc05">
              <TestMethod adapterTypeName="executor://nunit3testexecutor/" className="Probe.T" name="Skips" />
            </UnitTest>
          </TestDefinitions>
          <ResultSummary outcome="Failed">
            <Counters total="4" executed="3" passed="1" failed="2" notExecuted="0" />
            <RunInfos>
              <RunInfo computerName="vm" outcome="Error">
                <Text>Setup failed for test fixture Probe.Broken</Text>
              </RunInfo>
            </RunInfos>
          </ResultSummary>
        </TestRun>
        """;

    public const string Crashed =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="edfe210e-01e5-4a3b-a31b-9e5622bf2011" name="@vm" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult executionId="c1636f1a" testId="34d07fed" testName="A_lives" outcome="Passed" />
          </Results>
          <ResultSummary outcome="Failed">
            <Counters total="0" executed="0" passed="0" failed="0" />
            <RunInfos>
              <RunInfo computerName="vm" outcome="Error">
                <Text>The active test run was aborted. Reason: Test host process crashed : Process terminated.
        dead
        </Text>
              </RunInfo>
            </RunInfos>
          </ResultSummary>
        </TestRun>
        """;

    public const string Empty =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="3bf887e6-a7a6-4ba9-bf15-b3c48ffc34f9" name="@vm" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <ResultSummary outcome="Completed">
            <Counters total="0" executed="0" passed="0" failed="0" />
            <RunInfos>
              <RunInfo computerName="vm" outcome="Warning">
                <Text>No test matches the given testcase filter `TestCategory=Nope` in P.dll</Text>
              </RunInfo>
            </RunInfos>
          </ResultSummary>
        </TestRun>
        """;
}
